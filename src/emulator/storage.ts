import { type AccountState, emptyAccount } from './account-state.js';
import { loadState, renderState } from './state-file.js';

/** Where an account lives between requests. */
export interface StateStorage {
  /**
   * Carries out one request alone: `step` gets the state and tells the next one. It must be pure, as it may run
   * more than once; a step that returns the state it got writes nothing.
   */
  transact<T extends { readonly state: AccountState }>(step: (state: AccountState) => T): Promise<T>;
  /** Whether another process may have the same account. */
  readonly isShared: boolean;
}

export function memoryStorage(): StateStorage {
  let state = emptyAccount;
  return {
    isShared: false,
    async transact(step) {
      const result = step(state);
      state = result.state;
      return result;
    },
  };
}

/** How files are shared between processes; the emulator keeps one. */
export interface SharedFiles {
  /** Runs something while no other process does so for the path. @throws VocabError `file-unwritable` or `locked` */
  alone<T>(path: string, act: () => Promise<T>): Promise<T>;
  /** Replaces the file whole, for its owner alone to read. @throws VocabError `file-unwritable` */
  write(path: string, text: string): Promise<void>;
}

/**
 * One account for every process that opens the same file. The file is only ever replaced whole, so a request that
 * turns out to change nothing needs no lock; any other is run again under the lock, on what the file holds then.
 * Rejects with a VocabError `config-invalid` when the file is none of ours, `file-unwritable` when it cannot be kept.
 */
export function fileStorage(path: string, files: SharedFiles): StateStorage {
  return {
    isShared: true,
    async transact(step) {
      const seen = await loadState(path);
      const result = step(seen);
      if (result.state === seen) return result;
      return files.alone(path, async () => {
        const state = await loadState(path);
        const next = step(state);
        if (next.state !== state) await files.write(path, renderState(next.state));
        return next;
      });
    },
  };
}
