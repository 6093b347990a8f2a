import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { accountKey } from '../model/account.js';
import type { AccountIdentity } from '../model/plan.js';
import { sha256 } from '../model/text/sha256.js';
import { type Processes, withLock } from './lock.js';
import { makeStateFolder, type StateOwner, statePath } from './state-folder.js';

/** Whose account is locked, and which processes there are. */
export interface Locking {
  readonly account: AccountIdentity;
  readonly owner: StateOwner;
  readonly processes: Processes;
}

/**
 * Runs something while no other apply of the same account is under way on this machine, from whatever folder.
 * @throws VocabError `locked`, or `file-unwritable` when there can be no lock
 */
export async function withAccountLock<T>(
  { processes, ...whose }: Locking,
  run: () => Promise<T>,
): Promise<T> {
  return withLock(await accountLock(whose), { ...applyLock, processes }, run);
}

/**
 * Names the lock of an account. The embedded emulator is an account of one configuration alone.
 * @internal for tests of who is kept out
 */
export async function accountLock({ account, owner }: Omit<Locking, 'processes'>): Promise<string> {
  const own = account.endpoint === 'emulator' ? statePath(owner, 'emulator.json') : '';
  const name = sha256(JSON.stringify([accountKey(account), own]));
  return join(await lockFolder(owner), `${name.slice(0, 32)}.lock`);
}

const applyLock = {
  what: 'this account',
  busy: 'another apply of this account is under way',
  patience: 0,
  abandoned: null,
} as const;

/** For this user, on the whole machine. Where there is no place for that, as in some containers, beside the configuration. */
async function lockFolder(owner: StateOwner): Promise<string> {
  const folder = join(tmpdir(), `vocabsync-locks-${userName()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Whoever may write to the folder for temporary files may have made one of this name; only its owner can do this.
    await chmod(folder, 0o700);
    return folder;
  } catch {
    return makeStateFolder(owner);
  }
}

/** A container may run as a user that no file names. */
function userName(): string {
  try {
    return String(userInfo().uid);
  } catch {
    return 'nameless';
  }
}
