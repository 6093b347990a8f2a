import type { Emulator } from '../emulator/emulator.js';
import type { Recording } from '../emulator/recognition/hearing/recording.js';
import type { Config } from '../model/config.js';
import { sharedFiles } from '../workspace/shared-files.js';
import { makeStateFolder, statePath } from '../workspace/state-folder.js';
import type { Machine } from './machine.js';

/** What an account in this process is called by. Nothing is sent to the host, and the key opens nothing. */
export const inProcessAddress = {
  endpoint: 'emulator',
  url: 'http://emulator.invalid/api/v1',
  key: 'emulator',
} as const;

/** The emulator's account that is kept beside a configuration. @param recordings what it hears */
export async function keptEmulator(
  config: Pick<Config, 'directory' | 'file'>,
  machine: Machine,
  recordings: readonly Recording[] = [],
): Promise<Emulator> {
  const [{ createEmulator }, { fileStorage }] = await Promise.all([
    import('../emulator/emulator.js'),
    import('../emulator/storage.js'),
  ]);
  const files = sharedFiles(machine, () => makeStateFolder(config));
  const storage = fileStorage(statePath(config, 'emulator.json'), files);
  return createEmulator({ clock: machine.clock, storage, recordings });
}
