import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VocabError } from '../model/errors.js';

/** Names a file or folder of vocabsync's own: beside the configuration, and out of its repository. */
export function statePath(directory: string, ...path: readonly string[]): string {
  return join(directory, '.vocabsync', ...path);
}

/** Makes a folder inside the state folder, and resolves to its path. @throws VocabError `file-unwritable` */
export async function makeStateFolder(directory: string, ...path: readonly string[]): Promise<string> {
  const folder = statePath(directory, ...path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(statePath(directory, '.gitignore'), '*\n', { flag: 'wx' }).catch(unlessThere);
    return folder;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new VocabError('file-unwritable', `cannot write to ${folder}: ${why}`, {
      hint: 'apply keeps backups and its lock there; make the folder writable',
      cause,
    });
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
