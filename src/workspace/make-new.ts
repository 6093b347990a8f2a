import { randomBytes } from 'node:crypto';
import { link, lstat, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';
import { isWithin } from './inside.js';
import { replaceFile } from './replace-file.js';

export interface FileToMake {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface FileToChange extends FileToMake {
  /** What was read of it when the new text was made. */
  readonly before: Uint8Array;
}

/** Why a file or a folder could not be made. */
export class Unwritten extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.path = path;
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof VocabError && cause.cause instanceof Error) return cause.cause.message;
  return messageOf(cause);
}

/** Does something to a path. @throws Unwritten */
async function at<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Unwritten ? error : new Unwritten(path, error);
  }
}

/**
 * Makes a folder with those above it, and says of each that was not there. Nothing is made outside of the root.
 * @throws Unwritten
 */
export async function makeFolder(
  folder: string,
  { root, onMade }: { readonly root: string; readonly onMade: (path: string) => void },
): Promise<void> {
  const missing = await missingFolders(folder);
  if (!(await isWithin(root, folder))) throw new Unwritten(folder, leadsElsewhere);
  for (const path of missing.toReversed()) {
    await at(path, () => mkdir(path));
    onMade(path);
  }
}

/** From the innermost one up. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let path = folder; dirname(path) !== path; path = dirname(path)) {
    if (await at(path, () => isThere(path))) break;
    missing.push(path);
  }
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Makes a file. The text has its name only once it is complete, and only if nothing else has it by then.
 * @param name gives a file a second name, as far as the disk can @throws Unwritten
 */
export async function makeFile(path: string, text: string, name = link): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await at(path, () => writeFile(draft, text, { flag: 'wx' }));
    await at(path, async () => {
      if (!(await isNamed(draft, path, name))) await writeFile(path, text, { flag: 'wx' });
    });
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** Some disks of other systems know no second name for a file. */
async function isNamed(draft: string, path: string, name: typeof link): Promise<boolean> {
  try {
    await name(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOSPC') throw error;
    return false;
  }
}

/** @param root that the file has to be in; null: it is known to be @throws Unwritten */
export async function changeFile({ path, text, before }: FileToChange, root: string | null): Promise<void> {
  if (root !== null && !(await isWithin(root, path))) throw new Unwritten(path, leadsElsewhere);
  await at(path, async () => replaceFile(await realpath(path), text, before));
}

const leadsElsewhere = 'a link leads out of the folder, or into one of git or vocabsync';

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
