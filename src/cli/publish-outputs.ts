import { join } from 'node:path';
import type { ApplyResult } from '../model/apply-result.js';
import type { Config } from '../model/config.js';
import { isReady } from '../model/observed.js';
import { collectIds, renderIds } from '../report/ids.js';
import type { Context } from './context.js';
import { writeWhole } from './write-file.js';

/**
 * Writes the files that applications read their ids from. Only from the read after the last step, and only when every
 * desired list is there and `OK`: an application is better off with its old id than with one that does nothing.
 */
export async function publishOutputs(
  { final }: ApplyResult,
  config: Config,
  { stderr }: Context,
): Promise<void> {
  if (config.outputs.length === 0) return;
  const ready =
    final?.changes.every(({ after, before }) => after === null || (before !== null && isReady(before))) ??
    false;
  if (final === null || !ready) {
    stderr.write('The output files were left as they are: not every list is there and OK.\n');
    return;
  }
  const ids = collectIds(final, config.consumers);
  for (const { path, format } of config.outputs) {
    await writeWhole(join(config.directory, path), renderIds(ids, format));
  }
}
