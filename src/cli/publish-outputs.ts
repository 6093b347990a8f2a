import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ApplyResult } from '../model/apply-result.js';
import type { Config } from '../model/config.js';
import { VocabError } from '../model/errors.js';
import { isUsable } from '../model/plan.js';
import { collectIds, renderIds } from '../report/ids.js';
import { writeIfChanged } from './write-file.js';

export interface Outputs {
  /** Those whose content changed, as the configuration names them. */
  readonly written: readonly string[];
  /** Whether there are files that were left alone because a list is missing or not OK. */
  readonly withheld: boolean;
  readonly error: VocabError | null;
}

/**
 * Writes the files that applications read their ids from. Only from the read after the last step, and only when every
 * desired list is there and `OK`: an application is better off with its old id than with one that does nothing.
 */
export async function publishOutputs({ final }: ApplyResult, config: Config): Promise<Outputs> {
  if (config.outputs.length === 0) return { written: [], withheld: false, error: null };
  if (final === null || !isUsable(final)) return { written: [], withheld: true, error: null };
  const ids = collectIds(final, config.consumers);
  const written: string[] = [];
  try {
    for (const { path, format } of config.outputs) {
      await requireInside(config.directory, path);
      const changed = await writeIfChanged(join(config.directory, path), renderIds(ids, format));
      if (changed) written.push(path);
    }
    return { written, withheld: false, error: null };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { written, withheld: false, error };
  }
}

/** A link may lead out of the folder although the path does not. @throws VocabError `file-unwritable` */
async function requireInside(directory: string, path: string): Promise<void> {
  const root = await realpath(directory);
  const way = relative(root, await realpathOfPresent(join(root, path)));
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new VocabError('file-unwritable', `the output ${path} leads out of the configuration's folder`, {
    hint: 'give it a path without links, or remove the link',
  });
}

/** Of the longest part of a path that is there. */
async function realpathOfPresent(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return realpathOfPresent(dirname(path));
  }
}
