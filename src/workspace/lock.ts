import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { VocabError } from '../model/errors.js';

/*
 * A lock between the processes of a machine: a file that names its owner, put in place by a hard link, which either
 * makes the whole file or fails. A lock whose process is gone is left over from a crash and is taken down; of several
 * that find it, the one whose link comes first has it. It is moved aside before it is judged again and deleted: what
 * another process has put in its place meanwhile must come back. Another machine that shares the folder cannot be asked
 * whether its process runs, so its lock stands, unless it is one that nobody holds for long.
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
}

/** The locks of this process. In a container every run has the same number, so a number alone does not tell. */
const held = new Set<string>();

const poll = 5;
/** A lock that does not say whose it is may be one that is just being taken down. */
const looksAtNobody = 3;

/**
 * Runs something while nobody else holds the lock. Its folder must exist.
 * @throws VocabError `locked` when somebody has it, `file-unwritable` when there can be no such file
 */
export async function withLock<T>(path: string, options: LockOptions, run: () => Promise<T>): Promise<T> {
  await acquire(path, options).catch((cause: unknown) => {
    throw cause instanceof VocabError ? cause : unwritable(path, options, cause);
  });
  held.add(path);
  try {
    return await run();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function acquire(path: string, options: LockOptions): Promise<void> {
  const { processes, patience } = options;
  const giveUp = performance.now() + patience;
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify({ pid: processes.pid, host: hostname() }), { mode: 0o600 });
  try {
    for (let looks = 1; !(await linked(draft, path)); looks++) {
      const owner = await ownerOf(path);
      if (await isLeftOver(path, owner, options)) await takeDown(path, `${draft}.old`, options);
      else if (performance.now() < giveUp) await pause(poll);
      else if (owner !== null || looks > looksAtNobody) throw locked(path, owner, options);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** @param aside where the lock has been moved; left out: nowhere */
async function isLeftOver(
  path: string,
  owner: Owner | null,
  { processes: { pid, isAlive }, abandoned, aside = path }: LockOptions & { readonly aside?: string },
): Promise<boolean> {
  if (owner?.host === hostname()) return owner.pid === pid ? !held.has(path) : !isAlive(owner.pid);
  if (abandoned === null) return false;
  const found = await stat(aside).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > abandoned;
}

async function takeDown(path: string, aside: string, options: LockOptions): Promise<void> {
  await rename(path, aside).catch(unlessGone);
  const owner = await ownerOf(aside);
  if (owner !== null && !(await isLeftOver(path, owner, { ...options, aside }))) await linked(aside, path);
  await rm(aside, { force: true });
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
      ? { pid: owner.pid, host: owner.host }
      : null;
  } catch {
    return null;
  }
}

function locked(path: string, owner: Owner | null, { busy }: LockOptions): VocabError {
  const who = owner === null ? 'somebody' : `process ${owner.pid} on ${owner.host}`;
  return new VocabError('locked', `${busy} (${who})`, {
    hint: `wait for it; if there is none, delete ${path}`,
  });
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function unwritable(path: string, { what }: LockOptions, cause: unknown): VocabError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new VocabError('file-unwritable', `cannot lock ${what}: ${why}`, {
    hint: `make it possible to write ${path}`,
    cause,
  });
}
