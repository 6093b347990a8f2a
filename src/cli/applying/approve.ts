import { resolve } from 'node:path';
import { type Review, requireReviewed, requireSameShaping } from '../../library/approval.js';
import { VocabError } from '../../model/errors.js';
import type { Plan, ReviewedPlan, Shaping } from '../../model/plan.js';
import { type Format, screenOf } from '../../report/forms.js';
import { readPlanFile } from '../../workspace/plan-file.js';
import type { Context } from '../context.js';

export interface Approval extends Review {
  readonly yes: boolean;
  /** Where the plan is not on the screen, nobody can be asked about it. */
  readonly format: Format;
}

/**
 * Returns when the fresh plan may be carried out: it is what was reviewed, nothing blocks it, and somebody said yes.
 * @throws VocabError `plan-stale`, `blocked` or `not-approved`; nothing has been written then
 */
export async function approve(fresh: Plan, approval: Approval, context: Context): Promise<void> {
  await requireReviewed(fresh, approval);
  const spoken = approval.yes || approval.reviewed !== null || approval.expectDigest !== undefined;
  if (fresh.steps.length === 0 || spoken) return;
  if (!context.interactive || screenOf(approval.format) !== 'everything') {
    throw new VocabError('not-approved', 'the changes need approval, and there is no terminal to ask on', {
      hint: 'review the plan, then run the same with `--expect-digest DIGEST` or `--yes`; apply also takes the file of `plan --out`',
    });
  }
  const answer = await context.ask('Apply these changes? Type yes to go on: ');
  context.interruption.throwIfAborted();
  if (answer?.trim().toLowerCase() !== 'yes') {
    throw new VocabError('not-approved', 'not approved; nothing was changed', {
      hint: 'type the word yes to apply',
    });
  }
}

/** Reads a plan file and makes sure that this run shapes its plan the same way. */
export async function readReviewed(file: string, shaping: Shaping, { cwd }: Context): Promise<ReviewedPlan> {
  const reviewed = await readPlanFile(resolve(cwd, file), file);
  requireSameShaping(reviewed, shaping, file);
  return reviewed;
}
