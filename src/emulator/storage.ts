import { type AccountState, emptyAccount } from './account-state.js';
import { withFileLock } from './file-lock.js';
import { loadState, writeState } from './state-file.js';

/** Where an account lives between requests. */
export interface StateStorage {
  /**
   * Carries out one request alone: `step` gets the state and tells the next one. It must be pure, as it may run
   * more than once; a step that returns the state it got writes nothing.
   */
  transact<T extends { readonly state: AccountState }>(step: (state: AccountState) => T): Promise<T>;
}

export function memoryStorage(): StateStorage {
  let state = emptyAccount;
  return {
    async transact(step) {
      const result = step(state);
      state = result.state;
      return result;
    },
  };
}

/**
 * One account for every process that opens the same file. The file is only ever replaced whole, so a request that
 * turns out to change nothing needs no lock; any other is run again under the lock, on what the file holds then.
 * Rejects with a VocabError `config-invalid` when the file is none of ours, `file-unwritable` when it cannot be kept.
 */
export function fileStorage(path: string): StateStorage {
  return {
    async transact(step) {
      const state = await loadState(path);
      const result = step(state);
      return result.state === state ? result : withFileLock(path, () => stepAndWrite(path, step));
    },
  };
}

async function stepAndWrite<T extends { readonly state: AccountState }>(
  path: string,
  step: (state: AccountState) => T,
): Promise<T> {
  const state = await loadState(path);
  const result = step(state);
  if (result.state !== state) await writeState(path, result.state);
  return result;
}
