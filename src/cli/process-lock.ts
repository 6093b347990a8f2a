import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Context } from './context.js';
import { makeStateFolder } from './state-folder.js';

/*
 * One apply at a time for each configuration and machine. The lock is a file that names its owner; it is put in place
 * by a hard link, which either makes the whole file or fails. A lock whose process is gone is left over from a crash
 * and is taken down; of two runs that find it, the one whose link comes first has it. It is moved aside before it is
 * judged again and deleted: what another run has put in its place meanwhile must come back. Another machine that shares
 * the folder cannot be asked whether its process runs, so its lock stands.
 */

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** Runs something while no other apply of this configuration runs here. @throws VocabError `locked`, `file-unwritable` */
export async function withProcessLock<T>(
  directory: string,
  context: Context,
  run: () => Promise<T>,
): Promise<T> {
  const path = join(await makeStateFolder(directory), 'apply.lock');
  await acquire(path, context).catch(explain);
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, context: Context): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify({ pid: context.pid, host: hostname() }), { mode: 0o600 });
  try {
    for (let attempt = 1; !(await linked(draft, path)); attempt++) {
      const owner = await ownerOf(path);
      const left = owner !== null && isLeftOver(owner, context);
      if (attempt > 3 || (owner !== null && !left)) throw locked(path, owner);
      if (left) await takeDown(path, `${draft}.old`, context);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** A container gives every run the same number, so that one's own can only be that of an earlier one. */
function isLeftOver({ pid, host }: Owner, context: Context): boolean {
  return host === hostname() && (pid === context.pid || !context.isAlive(pid));
}

async function takeDown(path: string, aside: string, context: Context): Promise<void> {
  await rename(path, aside).catch(unlessGone);
  const owner = await ownerOf(aside);
  if (owner !== null && !isLeftOver(owner, context)) await linked(aside, path);
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

/** null: the lock is gone by now, or does not say whose it is. */
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

function locked(path: string, owner: Owner | null): VocabError {
  const who = owner === null ? 'somebody' : `process ${owner.pid} on ${owner.host}`;
  return new VocabError('locked', `another apply of this configuration is under way (${who})`, {
    hint: `wait for it; if there is none, delete ${path}`,
  });
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function explain(cause: unknown): never {
  if (cause instanceof VocabError) throw cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new VocabError('file-unwritable', `cannot lock this configuration: ${why}`, {
    hint: 'apply keeps its lock in .vocabsync beside the configuration; make the folder writable',
    cause,
  });
}
