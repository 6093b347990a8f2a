import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { VocabError } from '../model/errors.js';

/*
 * A lock between processes: a file beside the guarded one, made by exclusive creation, that holds the pid of its
 * owner. It is held for one read and one write, so whoever waits looks again every few milliseconds.
 *
 * A process that is killed leaves its lock behind. Nobody may simply delete such a lock: between judging and deleting,
 * another waiter may have deleted it first and made its own, which would then be the one that goes. So a dead lock is
 * deleted only by the owner of a second lock, the guard, who judges again before deleting. A guard left behind by a
 * process killed in that instant goes by age alone.
 */

const poll_ms = 5;
/** Nobody holds a lock this long; one whose owner cannot be told, or a guard, is dead by then. */
const abandoned_ms = 5_000;
const patience_ms = 15_000;

/** Runs `act` while no other process does so for the same path. VocabError `file-unwritable` when the lock cannot be had. */
export async function withFileLock<T>(path: string, act: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  await makeFolder(dirname(path));
  await acquire(lock);
  try {
    return await act();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<void> {
  const give_up_at = performance.now() + patience_ms;
  while (!(await tryCreate(lock))) {
    if (performance.now() > give_up_at) throw stillLocked(lock);
    if (await isDead(lock)) await breakLock(lock);
    else await pause(poll_ms);
  }
}

async function breakLock(lock: string): Promise<void> {
  const guard = `${lock}.guard`;
  if (!(await tryCreate(guard))) {
    if (await isOld(guard)) await rm(guard, { force: true });
    return pause(poll_ms);
  }
  try {
    if (await isDead(lock)) await rm(lock, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new VocabError('file-unwritable', `the folder ${folder} could not be made`, { cause });
  }
}

/** Whether the lock is ours now. */
async function tryCreate(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    throw new VocabError('file-unwritable', `the lock ${lock} could not be made`, { cause });
  }
}

async function isDead(lock: string): Promise<boolean> {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  // An empty lock is one that is being made, unless it has been so for long.
  return Number.isSafeInteger(owner) && owner > 0 ? !isRunning(owner) : isOld(lock);
}

async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > abandoned_ms;
}

/** Signal 0 only asks; a process of another user answers EPERM, and runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function stillLocked(lock: string): VocabError {
  return new VocabError('file-unwritable', `the emulator's account is locked by ${lock}`, {
    hint: 'if no vocabsync is running, delete that file',
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
