import { relative, sep } from 'node:path';
import { rootOf } from '../../../config/read/load.js';
import type { Config } from '../../../model/config.js';
import { writeFiles } from '../../../workspace/new-files.js';
import type { PlannedFile } from './plan-files.js';

/** Writes the files of an import, all or none. @throws VocabError `conflict`, `file-unwritable` */
export async function writePlanned(
  files: readonly PlannedFile[],
  { directory, cwd }: Pick<Config, 'directory'> & { readonly cwd: string },
): Promise<void> {
  await writeFiles({
    root: rootOf(directory),
    make: files.flatMap(({ path, text, read }) => (text === null || read !== null ? [] : [{ path, text }])),
    change: files.flatMap(({ path, text, read }) =>
      text === null || read === null ? [] : [{ path, text, before: read }],
    ),
    named: (path) => relative(cwd, path).split(sep).join('/'),
  });
}
