import { resolve } from 'node:path';
import { describeAccount } from '../../model/account.js';
import { isWrite } from '../../model/change.js';
import { VocabError } from '../../model/errors.js';
import type { AccountIdentity, Plan, ReviewedPlan, Shaping } from '../../model/plan.js';
import { type Format, screenOf } from '../../report/forms.js';
import { compareReviewed } from '../../schedule/compare-reviewed.js';
import { digest } from '../../schedule/digest.js';
import { readPlanFile } from '../../workspace/plan-file.js';
import type { Context } from '../context.js';

export interface Approval {
  /** The accounts of the other configurations: whoever has another's digest is told whose it is. */
  readonly others: () => Promise<readonly AccountIdentity[]>;
  readonly reviewed: ReviewedPlan | null;
  readonly expectDigest?: string;
  readonly yes: boolean;
  /** Where the plan is not on the screen, nobody can be asked about it. */
  readonly format: Format;
}

/** Whether exactly this plan was looked at before: there is no need to show all of it again. */
export async function isReviewed(fresh: Plan, approval: Approval): Promise<boolean> {
  if (approval.reviewed === null && approval.expectDigest === undefined) return false;
  return (await staleness(fresh, approval)).length === 0;
}

/**
 * Returns when the fresh plan may be carried out: it is what was reviewed, nothing blocks it, and somebody said yes.
 * @throws VocabError `plan-stale`, `blocked` or `not-approved`; nothing has been written then
 */
export async function approve(fresh: Plan, approval: Approval, context: Context): Promise<void> {
  const reasons = await staleness(fresh, approval);
  if (reasons.length > 0) throw stale(reasons);
  if (approval.reviewed !== null) requireUnedited(approval.reviewed);
  if (fresh.blocked.length > 0) throw blocked(fresh);
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

/** The digest is what people compare in a review, so it must be that of the changes below it. */
function requireUnedited({ account, changes, digest: written }: ReviewedPlan): void {
  if (digest(account, changes) === written) return;
  throw new VocabError(
    'plan-file-invalid',
    'the plan file was edited: its digest is not that of its changes',
    {
      hint: 'make it anew with `vocabsync plan --out plan.json`, and have that reviewed',
    },
  );
}

/** A digest is exact; but when nothing is left to write, what it stood for has been done. */
async function staleness(fresh: Plan, { reviewed, expectDigest, others }: Approval): Promise<string[]> {
  const reasons = reviewed === null ? [] : compareReviewed(reviewed, fresh);
  const pending = fresh.changes.some(isWrite);
  if (expectDigest === undefined || !pending || fresh.digest === expectDigest) return reasons;
  return [...reasons, otherDigest(expectDigest, fresh, await others())];
}

/** A digest does not say for whom it was approved, but whoever else has the same changes would have it. */
function otherDigest(
  expected: string,
  { digest: own, account, changes }: Plan,
  others: readonly AccountIdentity[],
): string {
  const owner = others.find((other) => digest(other, changes) === expected);
  const whose = owner === undefined ? '' : `, which approves the same changes for ${describeAccount(owner)}`;
  return `the digest is ${own}, not ${expected}${whose}; this is ${describeAccount(account)}`;
}

function stale(reasons: readonly string[]): VocabError {
  return new VocabError('plan-stale', `this is not the plan that was reviewed: ${reasons.join('; ')}`, {
    hint: 'nothing was changed; review the new plan and apply that one',
  });
}

function blocked({ blocked: reasons }: Plan): VocabError {
  const rules = reasons.map(({ rule, address }) => (address === null ? rule : `${rule} (${address})`));
  return new VocabError('blocked', `the plan is blocked: ${rules.join(', ')}`, {
    hint: 'nothing was changed; each reason above names its way out',
  });
}

/** Reads a plan file and makes sure that this run shapes its plan the same way. */
export async function readReviewed(file: string, shaping: Shaping, { cwd }: Context): Promise<ReviewedPlan> {
  const reviewed = await readPlanFile(resolve(cwd, file), file);
  const { retire, delete_first } = reviewed.shaping;
  if (retire === shaping.retire && delete_first === shaping.delete_first) return reviewed;
  const flags = [...(retire ? ['--retire'] : []), ...(delete_first ? ['--delete-first'] : [])].join(' ');
  throw new VocabError(
    'usage',
    `${file} was planned ${flags === '' ? 'without --retire and --delete-first' : `with ${flags}`}`,
    {
      hint: 'give apply the same flags as plan',
    },
  );
}
