import { basename, dirname, posix, resolve, sep } from 'node:path';
import { collectFindings, type Diagnostic } from '../../model/diagnostic.js';
import type { DiskFile } from '../../model/disk.js';
import type { Source } from '../text/source.js';
import { type ConfigSource, openDisk, pathFrom, realFolder, rootOf } from './load.js';
import { joined } from './paths.js';
import { createReader } from './reader.js';

/** One file, as far as the root of its work tree allows. */
export interface LoadedText {
  /** null when it cannot be read, and the diagnostics say why. */
  readonly source: Source | null;
  /** Its bytes, and its path with every link followed; null when there is none. */
  readonly file: DiskFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one file, by the rules for a configuration. */
export async function loadText({
  file,
  cwd,
}: Required<Omit<ConfigSource, 'drafts'>> & { readonly file: string }): Promise<LoadedText> {
  const typed = posix.normalize(file.split(sep).join('/'));
  const directory = dirname(resolve(cwd, file));
  const root = rootOf(directory);
  const disk = openDisk(root);
  let found: DiskFile | null = null;
  const { report, all } = collectFindings();
  const reader = createReader({
    disk: {
      ...disk,
      read: async (path) => {
        const content = await disk.read(path);
        if (typeof content === 'object' && 'bytes' in content) found = content;
        return content;
      },
    },
    named: () => typed,
    onRead: () => {},
  });
  const path = joined(pathFrom(root, realFolder(directory)), basename(typed));
  const read = await reader.read(path, null, report);
  return { source: read?.source ?? null, file: found, diagnostics: all() };
}
