import { lstat, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VocabError } from '../model/errors.js';
import {
  changeFile,
  type FileToChange,
  type FileToMake,
  makeFile,
  makeFolder,
  Unwritten,
} from './make-new.js';

export interface FilesToWrite {
  /** Nothing is written outside of this folder, nor into those of git and vocabsync, not through a link either; absolute. */
  readonly root: string;
  readonly make: readonly FileToMake[];
  /** After all that is made: what is named is there before what names it. */
  readonly change: readonly FileToChange[];
  /** Says how the user would type a path. */
  readonly named: (path: string) => string;
}

/** Finds what is in the place of files that are to be made: also a link that leads nowhere. */
export async function findPresent(paths: readonly string[]): Promise<string[]> {
  const there = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
  return paths.filter((_path, index) => there[index] !== null);
}

/**
 * Writes all of these files, or none: when one cannot be, what was made is removed, and what was changed is as it was. Nothing
 * is made in the place of something else, whoever comes first, and a link stays one: the file behind it is changed.
 * @throws VocabError `file-unwritable`, `conflict` for a file that somebody has saved meanwhile
 */
export async function writeFiles({ root, make, change, named }: FilesToWrite): Promise<void> {
  const made: string[] = [];
  const changed: FileToChange[] = [];
  const onMade = (path: string) => void made.push(path);
  try {
    for (const { path, text } of make) {
      await makeFolder(dirname(path), { root, onMade });
      await makeFile(path, text);
      onMade(path);
    }
    for (const one of change) {
      await changeFile(one, root);
      changed.push(one);
    }
  } catch (error) {
    const left = [...(await putBack(changed)), ...(await undo(made))].map(named);
    if (!(error instanceof Unwritten)) throw error;
    throw explained(error, left, named(error.path));
  }
}

/** Resolves to what could not be. */
async function putBack(changed: readonly FileToChange[]): Promise<string[]> {
  const left: string[] = [];
  for (const { path, text, before } of changed.toReversed()) {
    const written = { path, text: Buffer.from(before).toString('utf8'), before: Buffer.from(text) };
    await changeFile(written, null).catch(() => left.push(path));
  }
  return left;
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

function explained({ cause, message }: Unwritten, left: readonly string[], name: string): VocabError {
  const state =
    left.length === 0 ? 'nothing was written' : `what could not be undone is still there: ${left.join(', ')}`;
  if (cause instanceof VocabError && cause.code === 'conflict') {
    return new VocabError('conflict', `${name} has changed since it was read; ${state}`, {
      ...(cause.hint === null ? {} : { hint: cause.hint }),
      cause,
    });
  }
  return new VocabError('file-unwritable', `cannot write ${name}: ${message}; ${state}`, {
    hint: 'make it and its folder writable, or choose another folder',
    cause,
  });
}
