import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';
import { writeWhole } from './whole-file.js';

/** The configuration that a state belongs to. */
export interface StateOwner {
  /** The folder of the configuration, absolute. */
  readonly directory: string;
  /** The configuration's file, however it was typed. */
  readonly file: string;
}

/**
 * Names a file or folder of vocabsync's own: beside the configuration, and out of its repository. A folder may hold several
 * configurations, and their accounts have nothing in common; the one with the usual name has the plain paths.
 */
export function statePath({ directory, file }: StateOwner, ...path: readonly string[]): string {
  const name = basename(file);
  const own = name === 'vocab.config.yaml' ? [] : ['configs', name];
  return join(directory, '.vocabsync', ...own, ...path);
}

/** Makes a folder inside the state folder, and resolves to its path. @throws VocabError `file-unwritable` */
export async function makeStateFolder(owner: StateOwner, ...path: readonly string[]): Promise<string> {
  const folder = statePath(owner, ...path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await keepOutOfGit(join(owner.directory, '.vocabsync', '.gitignore'));
    return folder;
  } catch (cause) {
    const why = messageOf(cause instanceof VocabError ? cause.cause : cause);
    throw new VocabError('file-unwritable', `cannot write to ${folder}: ${why}`, {
      hint: 'backups, and answers of recognition, are kept there; make the folder writable, with room on its disk',
      cause,
    });
  }
}

/** What somebody has written there stays. An empty file is one for which there was no room once. */
async function keepOutOfGit(path: string): Promise<void> {
  const present = await stat(path).catch(() => null);
  if (present === null || present.size === 0) await writeWhole(path, '*\n');
}
