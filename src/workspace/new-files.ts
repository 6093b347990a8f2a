import { lstat, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VocabError } from '../model/errors.js';
import { changeFile, makeFile, makeFolder, Unwritten } from './make-new.js';

export interface FileToMake {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface FileToChange extends FileToMake {
  /** What it said when the new text was made of it. */
  readonly before: string;
}

export interface FilesToWrite {
  /** Nothing is made outside of this folder, not through a link either; absolute. */
  readonly root: string;
  readonly make: readonly FileToMake[];
  /** After all that is made; null: nothing. */
  readonly change: FileToChange | null;
  /** Says how the user would type a path. */
  readonly named: (path: string) => string;
}

/** Finds what is in the place of files that are to be made: also a link that leads nowhere. */
export async function findPresent(paths: readonly string[]): Promise<string[]> {
  const there = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
  return paths.filter((_path, index) => there[index] !== null);
}

/**
 * Makes all of these files, or none: what was made is removed when one cannot be. Nothing is overwritten, whoever comes first.
 * @throws VocabError `file-unwritable`
 */
export async function writeNewFiles({ root, make, change, named }: FilesToWrite): Promise<void> {
  const made: string[] = [];
  const onMade = (path: string) => void made.push(path);
  try {
    for (const { path, text } of make) {
      await makeFolder(dirname(path), { root, onMade });
      await makeFile(path, text);
      onMade(path);
    }
    if (change !== null) await changeFile(change.path, change.text, change.before);
  } catch (error) {
    const left = await undo(made);
    if (!(error instanceof Unwritten)) throw error;
    throw unwritable(error, left.map(named), named(error.path));
  }
}

/** Removes what was made, the last first. Resolves to what could not be. */
async function undo(made: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const path of made.toReversed()) {
    const isFolder = (await lstat(path).catch(() => null))?.isDirectory() ?? false;
    await (isFolder ? rmdir(path) : unlink(path)).catch(() => left.push(path));
  }
  return left.toReversed();
}

function unwritable(cause: Unwritten, left: readonly string[], name: string): VocabError {
  const state =
    left.length === 0
      ? 'nothing was written'
      : `what could not be removed is still there: ${left.join(', ')}`;
  return new VocabError('file-unwritable', `cannot write ${name}: ${cause.message}; ${state}`, {
    hint: 'make the folder writable, or choose another with --dir',
    cause,
  });
}
