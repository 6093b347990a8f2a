import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { BackedUpList } from '../model/observed.js';
import { messageOf } from '../model/text/message-of.js';
import { parseBackup } from './parse-backup.js';

/** The lists in a folder of backups. @throws VocabError `usage` when there are none, `config-invalid` for a broken one */
export async function readBackups(folder: string, cwd: string): Promise<BackedUpList[]> {
  const files = (await filesIn(resolve(cwd, folder), folder)).filter((file) => file.endsWith('.yaml'));
  if (files.length === 0) throw noBackups(folder, 'it has no backup files');
  const backups = await Promise.all(files.map((file) => readBackup(resolve(cwd, folder), file)));
  const again = backups.find(({ vocabulary_id }, index) => index !== indexOf(vocabulary_id, backups));
  if (again === undefined) return backups;
  throw noBackup(folder, new Error(`two files say what ${again.vocabulary_id} was`));
}

function indexOf(id: string, backups: readonly BackedUpList[]): number {
  return backups.findIndex(({ vocabulary_id }) => vocabulary_id === id);
}

async function readBackup(folder: string, file: string): Promise<BackedUpList> {
  try {
    return parseBackup(decode(await readRegular(join(folder, file))), file);
  } catch (cause) {
    if (cause instanceof VocabError) throw cause;
    throw noBackup(file, cause);
  }
}

/** Bytes: a kilobyte for each of the 2,000 hotwords that a list holds at most. */
const largestBackup = 2 * 1024 * 1024;

/** Asked before it is opened: opening a pipe would wait for a writer. No backup is a link. */
async function readRegular(path: string): Promise<Uint8Array> {
  const status = await lstat(path);
  if (!status.isFile()) throw new Error('it is not a regular file');
  if (status.size > largestBackup) throw new Error(`it is larger than ${largestBackup / 1024 / 1024} MiB`);
  return readFile(path);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8');
  }
}

async function filesIn(path: string, folder: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (cause) {
    throw noBackups(folder, messageOf(cause));
  }
}

function noBackup(file: string, cause: unknown): VocabError {
  return new VocabError('config-invalid', `cannot restore ${file}: ${messageOf(cause)}`, {
    hint: 'nothing was sent; name a folder with the backups as they were written',
    cause,
  });
}

function noBackups(folder: string, why: string): VocabError {
  return new VocabError('usage', `cannot restore ${folder}: ${why}`, {
    hint: 'name a folder below .vocabsync/backups; the report of an apply says which',
  });
}
