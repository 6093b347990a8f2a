import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Context } from './context.js';
import { makeStateFolder } from './state-folder.js';

/*
 * One apply at a time for each configuration and machine. The lock is a file that names its owner; it is put in place
 * by a hard link, which either makes the whole file or fails. A lock whose process is gone is left over from a crash
 * and is taken down; of two runs that find it, the one whose link comes first has it. Another machine that shares the
 * folder cannot be asked whether its process runs, so its lock stands.
 */

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** Runs something while no other apply of this configuration runs here. @throws VocabError `locked` */
export async function withProcessLock<T>(
  directory: string,
  context: Context,
  run: () => Promise<T>,
): Promise<T> {
  const release = await acquire(join(await makeStateFolder(directory), 'apply.lock'), context);
  try {
    return await run();
  } finally {
    await release();
  }
}

async function acquire(path: string, { pid, isAlive }: Context): Promise<() => Promise<void>> {
  const own: Owner = { pid, host: hostname() };
  const draft = `${path}.${pid}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 1; !(await linked(draft, path)); attempt++) {
      const owner = await ownerOf(path);
      const stale = owner !== null && owner.host === own.host && !isAlive(owner.pid);
      if (attempt > 3 || (owner !== null && !stale)) throw locked(path, owner);
      if (stale) await rm(path, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(path, { force: true });
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
    const owner: Partial<Owner> = JSON.parse(await readFile(path, 'utf8'));
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
