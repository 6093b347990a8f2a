import type { Emulator } from '../../src/emulator/emulator.js';
import type { RecordingEntry } from '../../src/emulator/recognition/hearing/parse-recordings.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { type Ended, runCli, type Surroundings } from '../support/cli.js';
import { type ManualClock, startEmulator } from '../support/emulator.js';
import { temporaryFolder, writeInto } from '../support/world.js';

/** A folder with a configuration, and the account it is for: an emulator behind HTTP on loopback. */
export interface Repository {
  readonly directory: string;
  readonly emulator: Emulator;
  readonly base_url: string;
  /** The clock of the account and of every run. */
  readonly clock: ManualClock;
  write(file: string, text: string): Promise<void>;
  /** Runs the command line, split at white space or given as words, in the folder and against the account. */
  vocabsync(args: string | readonly string[], also?: Partial<Surroundings>): Promise<Ended>;
  /** The requests that changed the account or tried to. */
  writes(): string[];
}

export const key = 'sk-0123456789abcdef0123456789abcdef';

export async function openRepository(
  files: Readonly<Record<string, string | Uint8Array>>,
  switches: Partial<EmulatorSwitches> = {},
  recordings: readonly RecordingEntry[] = [],
): Promise<Repository> {
  const directory = await temporaryFolder();
  for (const [file, text] of Object.entries(files)) await writeInto(directory, file, text);
  const { emulator, base_url, clock } = await startEmulator(switches, recordings);
  const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: base_url };
  return {
    directory,
    emulator,
    base_url,
    clock,
    write: (file, text) => writeInto(directory, file, text),
    vocabsync: (args, also = {}) => {
      const words = typeof args === 'string' ? args.split(/\s+/) : args;
      return runCli(words, { cwd: directory, clock, ...also, env: { ...env, ...also.env } });
    },
    writes: () =>
      emulator.requests.flatMap(({ action }) =>
        action !== null && ['create', 'update', 'delete'].includes(action) ? [action] : [],
      ),
  };
}
