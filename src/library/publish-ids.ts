import type { Config } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import { VocabError } from '../model/errors.js';
import { isUsable, type Publishable } from '../model/plan.js';
import type { ApplyResult } from '../model/result/apply-result.js';
import { nothingPublished, type PublishedOutputs } from '../model/result/outputs.js';
import { collectIds } from '../report/ids/collect-ids.js';
import { renderIds } from '../report/ids/render-ids.js';
import { writeOutputs } from '../workspace/published/outputs.js';

/** A configuration, and what it asks for. */
export interface Asked {
  readonly config: Config;
  readonly desired: Desired;
}

/**
 * Writes the files under `outputs`, which applications read their ids and words from, those that say something new. Only when
 * every desired list is there and `OK`: an application is better off with its old id than with one that does nothing. Words
 * that go with requests wait for that too: a file is one state, never half of one.
 * @param final a plan from a fresh read, after the last step of a run; null: there was none
 */
export async function publishIds(
  final: Publishable | null,
  { config, desired }: Asked,
): Promise<PublishedOutputs> {
  const { outputs, directory } = config;
  if (outputs.length === 0) return nothingPublished;
  if (final === null || !isUsable(final)) return { ...nothingPublished, withheld: true };
  const ids = collectIds(final, desired.consumers);
  const files = outputs.map(({ path, format }) => ({ path, text: renderIds(ids, format) }));
  return writeOutputs(directory, files);
}

/**
 * The same after a restore: a list that was made anew has another id, and applications learn it as after an apply.
 * @param replan makes the plan of the configuration, from a fresh read
 */
export async function publishRestored(
  { steps }: ApplyResult,
  asked: Asked,
  replan: () => Promise<Publishable>,
): Promise<PublishedOutputs> {
  const hasNewId = steps.some(({ step, status }) => step.op === 'create' && status === 'done');
  if (!hasNewId || asked.config.outputs.length === 0) return nothingPublished;
  try {
    return await publishIds(await replan(), asked);
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return publishIds(null, asked);
  }
}
