import { type Processes, withLock } from './lock.js';
import { writeWhole } from './whole-file.js';

const what = "the emulator's account";

/** Nobody holds this lock for more than one read and one write, so it is waited for, and one that is old is left over. */
const patience = 15_000;
const abandoned = 5_000;

/**
 * Lets several processes share the file that an emulator keeps its account in.
 * @param makeFolder makes the folder that the file is in
 */
export function sharedFiles(processes: Processes, makeFolder: (file: string) => Promise<unknown>) {
  return {
    async alone<T>(path: string, act: () => Promise<T>): Promise<T> {
      await makeFolder(path);
      const busy = `${what} is in use by another process`;
      return withLock(`${path}.lock`, { processes, what, busy, patience, abandoned }, act);
    },
    write: (path: string, text: string) =>
      writeWhole(path, text, { failure: `cannot keep ${what} in`, mode: 0o600 }),
  };
}
