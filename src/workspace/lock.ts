import { randomBytes } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';

/*
 * A lock between the processes of a machine: a file that names its owner, put in place by a hard link, which either
 * makes the whole file or fails. A lock whose process is gone is left over from a crash and is taken down; of several
 * that find it, the one whose link comes first has it.
 *
 * Nobody may simply delete a lock that was judged to be left over: another process may have done so first and put its
 * own in that place. So it is deleted only by whoever holds a second lock, the guard, and has judged again; a guard that
 * is left behind by a crash in that instant goes by age alone.
 *
 * Another machine that shares the folder cannot be asked whether its process runs, so its lock stands, unless it is one
 * that nobody holds for long.
 */

/** What is known of processes. */
export interface Processes {
  /** The number of this one. */
  readonly pid: number;
  /** Says whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
}

export interface LockOptions {
  readonly processes: Processes;
  /** What is locked, for messages: `this configuration`. */
  readonly what: string;
  /** What it means that somebody has it, as a clause: `another apply is under way`. */
  readonly busy: string;
  /** How long to wait for it, in milliseconds; 0 gives up at once. */
  readonly patience: number;
  /** The age at which a lock is left over whoever its owner was, in milliseconds; null: none is. */
  readonly abandoned: number | null;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Drawn for each lock: in a container every run has the same number. */
  readonly token: string;
}

/** The tokens of the locks that this process has, or is about to have. */
const ours = new Set<string>();

const poll = 5;
/** A lock that does not say whose it is may be one that is just being taken down. */
const looksAtNobody = 3;

/**
 * Runs something while nobody else holds the lock. Its folder must exist.
 * @throws VocabError `locked` when somebody has it, `file-unwritable` when there can be no such file
 */
export async function withLock<T>(path: string, options: LockOptions, run: () => Promise<T>): Promise<T> {
  const token = randomBytes(8).toString('hex');
  // Before the lock is there, since somebody else of this process may read it before we are told that it is.
  ours.add(token);
  try {
    await acquire(path, token, options).catch((cause: unknown) => {
      throw cause instanceof VocabError ? cause : unwritable(path, options, cause);
    });
    return await runAndRelease(path, token, run);
  } finally {
    ours.delete(token);
  }
}

/** By now it may be another's: somebody deleted ours by hand, or took it for abandoned while this process was stopped. */
async function runAndRelease<T>(path: string, token: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } finally {
    const owner = await ownerOf(path);
    if (owner?.token === token) await rm(path, { force: true });
  }
}

async function acquire(path: string, token: string, options: LockOptions): Promise<void> {
  const { processes, patience } = options;
  const giveUp = performance.now() + patience;
  const draft = `${path}.${token}`;
  const owner: Owner = { pid: processes.pid, host: hostname(), token };
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    for (let looks = 1; !(await linked(draft, path)); looks++) {
      const other = await ownerOf(path);
      if (await isLeftOver(path, other, options)) await takeDown(path, draft, options);
      else if (performance.now() < giveUp) await pause(poll);
      else if (other !== null || looks > looksAtNobody) throw locked(path, other, options);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function isLeftOver(
  file: string,
  owner: Owner | null,
  { processes: { pid, isAlive }, abandoned }: LockOptions,
): Promise<boolean> {
  if (owner?.host === hostname()) return owner.pid === pid ? !ours.has(owner.token) : !isAlive(owner.pid);
  return abandoned !== null && (await isOlderThan(abandoned, file));
}

/** Deletes a lock that is left over, unless somebody else is about to. @param draft a file that makes the guard */
async function takeDown(path: string, draft: string, options: LockOptions): Promise<void> {
  const guard = `${path}.guard`;
  if (!(await linked(draft, guard))) {
    if (await isOlderThan(abandonedGuard, guard)) await rm(guard, { force: true });
    await pause(poll);
    return;
  }
  try {
    if (await isLeftOver(path, await ownerOf(path), options)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** Nobody needs a guard for this long, in milliseconds. */
const abandonedGuard = 5_000;

async function isOlderThan(age: number, file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > age;
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Reads whose lock it is. Null: it is gone by now, or does not say. */
async function ownerOf(path: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Partial<Owner>;
    return typeof owner.pid === 'number' && typeof owner.host === 'string'
      ? { pid: owner.pid, host: owner.host, token: String(owner.token) }
      : null;
  } catch {
    return null;
  }
}

function locked(path: string, owner: Owner | null, { busy }: LockOptions): VocabError {
  const said =
    owner === null
      ? `${busy}, or a lock was left behind: it does not say whose it is`
      : `${busy} (process ${owner.pid} on ${owner.host})`;
  return new VocabError('locked', said, {
    hint: `wait for it; if there is none, delete ${path}`,
  });
}

function unwritable(path: string, { what }: LockOptions, cause: unknown): VocabError {
  const why = messageOf(cause);
  return new VocabError('file-unwritable', `cannot lock ${what}: ${why}`, {
    hint: `make it possible to write ${path}`,
    cause,
  });
}
