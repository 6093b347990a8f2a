import type { StoredList } from '../../src/emulator/account-state.js';
import { memoryStorage, type StateStorage } from '../../src/emulator/storage.js';
import type { BackedUpList } from '../../src/model/observed.js';
import type { Clock } from '../../src/model/ports.js';

/** The account as it was from one change to the next. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lists: readonly StoredList[];
  /** What the program had kept of former lists by then. */
  readonly kept: readonly BackedUpList[];
}

export interface RecordedStorage extends StateStorage {
  /** Every state the account was ever in, the first one being what it was seeded with. */
  readonly history: readonly Moment[];
}

export interface Witnesses {
  readonly clock: Clock;
  /** The backups at this very moment. */
  readonly kept: () => readonly BackedUpList[];
}

/** An account in memory that forgets nothing: no change hides between two looks. */
export function recordingStorage({ clock, kept }: Witnesses): RecordedStorage {
  const memory = memoryStorage();
  const history: Moment[] = [];
  return {
    history,
    isShared: false,
    transact: (step) =>
      memory.transact((state) => {
        const result = step(state);
        if (result.state !== state) {
          history.push({ at: clock.now(), lists: result.state.lists, kept: kept() });
        }
        return result;
      }),
  };
}
