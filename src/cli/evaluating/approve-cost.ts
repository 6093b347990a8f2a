import type { Cost } from '../../hear/cost.js';
import { requireBudget, sayCost, sayUnsettled } from '../../library/evaluating/budget.js';
import { VocabError } from '../../model/errors.js';
import type { Context } from '../context.js';
import type { EvalOptions } from './eval-options.js';

/**
 * Says what an evaluation takes before anything is sent, and returns when it may be: nothing has to be, or somebody said yes.
 * @throws VocabError `usage` beyond --max-audio, `not-approved`
 */
export async function approveCost(
  cost: Cost,
  { yes, maxAudio, quiet }: Pick<EvalOptions, 'yes' | 'maxAudio' | 'quiet'>,
  context: Context,
): Promise<void> {
  requireBudget(cost, maxAudio);
  if (cost.sent === 0) return;
  if (!yes && !context.interactive) {
    throw new VocabError(
      'not-approved',
      `it would send ${sayCost(cost)}, and there is no terminal to ask on`,
      {
        hint: `run the same with \`--yes\`; \`--max-audio 10m\` limits what that can come to.${sayUnsettled(cost)}`,
      },
    );
  }
  if (!quiet || !yes) context.stderr.write(`Sends ${sayCost(cost)}.${sayUnsettled(cost)}\n`);
  if (yes) return;
  const answer = await context.ask('Send it? Type yes to go on: ');
  context.interruption.throwIfAborted();
  if (!['y', 'yes'].includes(answer?.trim().toLowerCase() ?? '')) {
    throw new VocabError('not-approved', 'not approved; nothing was sent', {
      hint: 'type the word yes to send it',
    });
  }
}
