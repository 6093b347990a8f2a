import { constants, type Stats } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';

/** A file that is read, or to be written. */
export interface NamedFile {
  /** Absolute. */
  readonly path: string;
  /** As it is called in a message. */
  readonly name: string;
}

/** @throws VocabError `usage` when a file that is to be written is one of these already */
export async function requireOther(
  target: NamedFile,
  others: readonly NamedFile[],
  what: string,
): Promise<void> {
  for (const other of others) {
    if (!(await isSameFile(target.path, other.path))) continue;
    throw new VocabError('usage', `${target.name} would overwrite ${other.name}`, {
      hint: `give ${what}; nothing was sent`,
    });
  }
}

/** @param directory the folder of the configuration @throws VocabError `usage` for a path in vocabsync's own folder there */
export async function requireNoState({ path, name }: NamedFile, directory: string): Promise<void> {
  const own = dirname(await canonicalPath(join(directory, '.vocabsync', 'any')));
  const real = await canonicalPath(path);
  if (real !== own && !real.startsWith(`${own}${sep}`)) return;
  throw new VocabError(
    'usage',
    `${name} is in ${join(directory, '.vocabsync')}, the folder of vocabsync itself`,
    { hint: 'choose a path outside it; nothing was sent' },
  );
}

/** Resolves a path whose end need not be there yet: the folders that are there are the real ones. @param path absolute */
async function canonicalPath(path: string): Promise<string> {
  const folder = dirname(path);
  if (folder === path) return path;
  const real = await realpath(folder).catch(() => canonicalPath(folder));
  return join(real, basename(path));
}

/** Says whether two paths are one file, by their names or, where both are there, on the disk. Both are absolute. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  if ((await canonicalPath(one)) === (await canonicalPath(other))) return true;
  const [first, second] = [await statusOf(one), await statusOf(other)];
  if (first === null || second === null) return false;
  return first.dev === second.dev && first.ino === second.ino;
}

/** null: it is not there. */
function statusOf(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/**
 * Looks whether `writeWhole` can write a file, and leaves nothing behind: a long run had better not find that out at its end.
 * @param path absolute
 * @param name the path as the user typed it, with its flag
 * @throws VocabError `file-unwritable`
 */
export async function requireWritable(path: string, name: string): Promise<void> {
  const present = await lstat(path).catch(() => null);
  if (present?.isDirectory()) throw unwritable(name, 'it is a folder');
  if (present !== null && !present.isFile() && !present.isSymbolicLink())
    throw unwritable(name, 'it is no file');
  const folder = await nearestFolder(dirname(path));
  try {
    if (!(await stat(folder)).isDirectory()) throw unwritable(name, `${folder} is no folder`);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    if (cause instanceof VocabError) throw cause;
    throw unwritable(name, messageOf(cause), cause);
  }
}

/** What is there of a folder that is made when a file is written. */
async function nearestFolder(path: string): Promise<string> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path));
}

function unwritable(name: string, why: string, cause?: unknown): VocabError {
  return new VocabError('file-unwritable', `${name} cannot be written: ${why}`, {
    hint: 'choose a path that can be written; nothing was sent',
    cause,
  });
}
