import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { ObservedList } from '../model/observed.js';
import type { Clock } from '../model/ports.js';
import { messageOf } from '../model/text/message-of.js';
import { isoTime } from '../model/time/server-time.js';
import type { Processes } from './lock.js';
import { renderBackup } from './render-backup.js';
import { makeStateFolder, type StateOwner } from './state-folder.js';
import { writeWhole } from './whole-file.js';

/** What a run is told apart by from others, on this machine. */
export interface RunOf {
  readonly clock: Clock;
  readonly pid: Processes['pid'];
  /** The working directory, absolute. */
  readonly cwd: string;
  /** The account that it is for, as model/account describes one. Left out: backups do not say. */
  readonly account?: string;
}

/** Where a run keeps what it overwrites or deletes. */
export interface Backups {
  /** Resolves when the list is on the disk. @throws VocabError `file-unwritable` */
  readonly save: (list: ObservedList) => Promise<void>;
  /** Where this run's backups are, relative to the working directory; null as long as there are none. */
  readonly folder: () => string | null;
}

/** Opens the backups of one run: a folder of its own, made with the first of them. */
export function openBackups(owner: StateOwner, { clock, cwd, pid, account }: RunOf): Backups {
  const run = `${isoTime(clock.now()).replace(/[-:]/g, '')}-${pid}`;
  let folder: Promise<string> | null = null;
  let kept: string | null = null;
  return {
    folder: () => kept,
    async save(list) {
      folder ??= makeStateFolder(owner, 'backups').then((backups) => makeNew(join(backups, run)));
      const path = await folder;
      // On the disk, since the write that destroys the original is sent right after.
      await writeWhole(join(path, `${list.vocabulary_id}.yaml`), renderBackup(list, account), {
        ...unkept,
        mode: 0o600,
        durable: true,
      });
      kept = relative(cwd, path) || path;
    },
  };
}

const unkept = {
  failure: 'cannot keep the backup',
  hint: 'nothing was sent for this list; make the folder writable, with room on its disk',
};

/** Makes a folder that was not there before: in a container, a run of the same second may have the same number. */
async function makeNew(path: string, count = 1): Promise<string> {
  const folder = count === 1 ? path : `${path}-${count}`;
  try {
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return makeNew(path, count + 1);
    const why = messageOf(cause);
    throw new VocabError('file-unwritable', `cannot make the folder for backups ${folder}: ${why}`, {
      hint: unkept.hint,
      cause,
    });
  }
}
