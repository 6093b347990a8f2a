import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createEmulator as create, type Emulator, type RandomHex } from '../emulator/emulator.js';
import { checkRecordings, type RecordingEntry } from '../emulator/recognition/hearing/parse-recordings.js';
import { fileStorage, memoryStorage } from '../emulator/storage.js';
import type { EmulatorSwitches } from '../emulator/switches.js';
import type { Clock } from '../model/ports.js';
import { sharedFiles } from '../workspace/shared-files.js';
import { systemClock } from './clock.js';
import { given } from './from-callers.js';
import { thisMachine } from './machine.js';

/** An account of the emulator. Everything has a default. */
export interface EmulatorOptions {
  /** How it behaves and what goes wrong; what is left out is as the vendor's pages describe it. */
  readonly switches?: Partial<EmulatorSwitches> | undefined;
  /** Where the account is kept, shared with every process that names the same file. Left out: in memory. */
  readonly file?: string | undefined;
  /** The machine's unless given. */
  readonly clock?: Clock | undefined;
  /** What ids are made of: drawn at random unless given. */
  readonly random?: RandomHex | undefined;
  /** What recognition hears, by the SHA-256 of the audio: what is in a file for `--recordings`. Nothing else is known to it. */
  readonly recordings?: readonly RecordingEntry[] | undefined;
}

/**
 * Makes an account that behaves as the vendor's API, in this process and without a network. Give it to `openAccount`, or
 * to `serveEmulator` for programs that speak HTTP.
 * @throws VocabError `config-invalid` for recordings that are none
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { switches = {}, file, clock = systemClock, random } = options;
  const recordings = checkRecordings(options.recordings ?? []);
  const storage = file === undefined ? memoryStorage() : keptIn(file);
  return create({
    clock,
    switches: given(switches),
    storage,
    recordings,
    ...(random === undefined ? {} : { random }),
  });
}

function keptIn(file: string) {
  const makeFolder = () => mkdir(dirname(file), { recursive: true });
  return fileStorage(file, sharedFiles(thisMachine(), makeFolder));
}
