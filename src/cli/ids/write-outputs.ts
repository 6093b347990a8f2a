import { type Asked, publishIds } from '../../library/publish-ids.js';
import type { Config } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { Publishable } from '../../model/plan.js';
import { printable } from '../../model/text/printable.js';
import { outputsWithheld } from '../../report/view/result-view.js';
import type { Context } from '../context.js';

/** @throws VocabError `usage` when there is no file to write, or only a part of what belongs into it */
export function requireOutputs({ outputs, file }: Config, consumer: string | undefined): void {
  if (consumer !== undefined) {
    throw new VocabError('usage', 'the files under `outputs` hold all consumers, and --consumer is for one', {
      hint: 'leave out --consumer or --write',
    });
  }
  if (outputs.length > 0) return;
  throw new VocabError('usage', `--write has nothing to write: ${file} names no \`outputs\``, {
    hint: 'add a line to it: outputs: [{ path: build/vocabularies.json, format: json }]',
  });
}

/**
 * Writes the files of `outputs` as apply does, by the same rule, and says so on stderr. Resolves to those that changed.
 * @throws VocabError `file-unwritable`
 */
export async function writeOutputFiles(
  plan: Publishable,
  asked: Asked,
  { quiet, stderr }: Pick<Context, 'stderr'> & { readonly quiet: boolean },
): Promise<readonly string[]> {
  const { written, withheld, error } = await publishIds(plan, asked);
  if (!quiet) for (const path of written) stderr.write(`Wrote ${printable(path)}\n`);
  if (error !== null) throw error;
  if (withheld) stderr.write(`${outputsWithheld}\n`);
  return written;
}
