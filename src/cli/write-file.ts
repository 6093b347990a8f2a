import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VocabError } from '../model/errors.js';

/** Writes a whole file or nothing, folders included. @throws VocabError `file-unwritable` */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new VocabError('file-unwritable', `cannot write ${path}: ${why}`, {
      hint: 'choose a path that can be written',
      cause,
    });
  }
}

/** As `writeWhole`, but leaves a file alone that says the same. Resolves to whether it was written. */
export async function writeIfChanged(path: string, text: string): Promise<boolean> {
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === text) return false;
  await writeWhole(path, text);
  return true;
}
