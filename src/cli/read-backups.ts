import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseBackup } from '../config/backup.js';
import type { BackedUpList } from '../model/backup.js';
import { VocabError } from '../model/errors.js';
import type { Context } from './context.js';

/** The lists in a folder of backups. @throws VocabError `usage` when there are none, `config-invalid` for a broken one */
export async function readBackups(folder: string, { cwd }: Context): Promise<BackedUpList[]> {
  const files = (await filesIn(resolve(cwd, folder), folder)).filter((file) => file.endsWith('.yaml'));
  if (files.length === 0) throw noBackups(folder, 'it has no backup files');
  return Promise.all(files.map((file) => readBackup(resolve(cwd, folder), file)));
}

async function readBackup(folder: string, file: string): Promise<BackedUpList> {
  return parseBackup(await readFile(join(folder, file), 'utf8'), file);
}

async function filesIn(path: string, folder: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (cause) {
    throw noBackups(folder, cause instanceof Error ? cause.message : String(cause));
  }
}

function noBackups(folder: string, why: string): VocabError {
  return new VocabError('usage', `cannot restore ${folder}: ${why}`, {
    hint: 'name a folder below .vocabsync/backups; the report of an apply says which',
  });
}
