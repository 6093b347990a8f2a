import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { SaveBackup } from '../apply/run.js';
import { renderBackup } from '../config/backup.js';
import { VocabError } from '../model/errors.js';
import { isoTime } from '../model/server-time.js';
import type { Context } from './context.js';
import { makeStateFolder } from './state-folder.js';

export interface Backups {
  /** Resolves when the list is on the disk. @throws VocabError `file-unwritable` */
  readonly save: SaveBackup;
  /** Where this run's backups are, relative to the working directory; null as long as there are none. */
  readonly folder: () => string | null;
}

/** The backups of one run: a folder of its own, made with the first of them. */
export function openBackups(directory: string, { clock, cwd, pid }: Context): Backups {
  const run = `${isoTime(clock.now()).replace(/[-:]/g, '')}-${pid}`;
  let folder: Promise<string> | null = null;
  let kept: string | null = null;
  return {
    folder: () => kept,
    async save(list) {
      folder ??= makeStateFolder(directory, 'backups').then((backups) => makeNew(join(backups, run)));
      const path = await folder;
      await writeThrough(join(path, `${list.vocabulary_id}.yaml`), renderBackup(list));
      kept = relative(cwd, path) || path;
    },
  };
}

/** A folder that was not there before: in a container, a run of the same second may have the same number. */
async function makeNew(path: string, count = 1): Promise<string> {
  const folder = count === 1 ? path : `${path}-${count}`;
  try {
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(folder, cause);
    return makeNew(path, count + 1);
  }
}

/**
 * Whole and on the disk, since the write that destroys the original is sent right after. Half a backup may look like
 * the backup of a shorter list, so it has its name only once it is whole.
 */
async function writeThrough(path: string, text: string): Promise<void> {
  const draft = `${path}.tmp`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    throw unwritable(path, cause);
  }
}

function unwritable(path: string, cause: unknown): VocabError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new VocabError('file-unwritable', `cannot keep the backup ${path}: ${why}`, {
    hint: 'nothing was sent for this list; make the folder writable',
    cause,
  });
}
