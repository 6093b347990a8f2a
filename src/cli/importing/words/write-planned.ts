import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { rootOf } from '../../../config/read/load.js';
import type { Config } from '../../../model/config.js';
import { isForTools } from '../../../model/disk.js';
import { VocabError } from '../../../model/errors.js';
import { replaceFile } from '../../../workspace/replace-file.js';
import { writeWhole } from '../../../workspace/whole-file.js';
import type { PlannedFile } from './plan-files.js';

/**
 * Writes the files of an import, each whole or not at all; when one cannot be written, those that were made before it are
 * taken away again. A link stays one: the file behind it is written. @throws VocabError `conflict`, `file-unwritable`, `usage`
 */
export async function writePlanned(
  files: readonly PlannedFile[],
  config: Pick<Config, 'directory'>,
): Promise<void> {
  const root = rootOf(config.directory);
  for (const { path, text, outcome } of files) if (text !== null) refuseOutside(path, outcome.path, root);
  const made: string[] = [];
  try {
    for (const { path, text, read } of files) {
      if (text === null) continue;
      if (read !== null) await replaceFile(realpathSync.native(path), text, read);
      else {
        await writeWhole(path, text, { hint: 'make the folder writable' });
        made.push(path);
      }
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
}

/** A folder on the way may be a link that leads out of the work tree, and what is written there would not be read. */
function refuseOutside(path: string, shown: string, root: string): void {
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  const way = relative(root, realpathSync.native(folder));
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!isOutside && !isForTools(way.split(sep).join('/'))) return;
  throw new VocabError('usage', `${shown} would lie behind a link that leads out of the git work tree`, {
    hint: 'nothing was written; make a real folder of it',
  });
}
