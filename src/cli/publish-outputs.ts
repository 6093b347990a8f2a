import { join } from 'node:path';
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
      const changed = await writeIfChanged(join(config.directory, path), renderIds(ids, format));
      if (changed) written.push(path);
    }
    return { written, withheld: false, error: null };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { written, withheld: false, error };
  }
}
