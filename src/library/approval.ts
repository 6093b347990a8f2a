import { describeAccount } from '../model/account.js';
import { isWrite } from '../model/change.js';
import { VocabError } from '../model/errors.js';
import type { AccountIdentity, Plan, ReviewedPlan, Shaping } from '../model/plan.js';
import { compareReviewed } from '../schedule/compare-reviewed.js';
import { digest } from '../schedule/digest.js';

/** What was looked at before; without any of it, nothing was. */
export interface Review {
  /** What a plan file says. */
  readonly reviewed: ReviewedPlan | null;
  readonly expectDigest?: string | undefined;
  /** The accounts of other configurations: whoever has another's digest is told whose it is. */
  readonly others: () => Promise<readonly AccountIdentity[]>;
}

/** Whether exactly this plan was looked at before: there is no need to show all of it again. */
export async function isReviewed(fresh: Plan, review: Review): Promise<boolean> {
  if (review.reviewed === null && review.expectDigest === undefined) return false;
  return (await staleness(fresh, review)).length === 0;
}

/**
 * Returns when the fresh plan is what was reviewed, if anything was, and nothing blocks it.
 * @throws VocabError `plan-stale`, `plan-file-invalid` or `blocked`
 */
export async function requireReviewed(fresh: Plan, review: Review): Promise<void> {
  const reasons = await staleness(fresh, review);
  if (reasons.length > 0) throw stale(reasons);
  if (review.reviewed !== null) requireUnedited(review.reviewed);
  if (fresh.blocked.length > 0) throw blocked(fresh);
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
async function staleness(fresh: Plan, { reviewed, expectDigest, others }: Review): Promise<string[]> {
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
  const other = /^vs\d+:/.test(expected) ? `not ${expected}` : `and "${expected}" is none`;
  return `the digest is ${own}, ${other}${whose}; this is ${describeAccount(account)}`;
}

function stale(reasons: readonly string[]): VocabError {
  return new VocabError('plan-stale', `this is not the plan that was reviewed: ${reasons.join('; ')}`, {
    hint: 'nothing was changed; review the new plan and apply that one',
  });
}

function blocked({ blocked: reasons }: Plan): VocabError {
  const rules = reasons.map(({ rule, address }) => (address === null ? rule : `${rule} (${address})`));
  return new VocabError('blocked', `the plan is blocked: ${rules.join(', ')}`, {
    hint: 'nothing was changed; each reason names its way out',
  });
}

/** @param file what the reviewed plan is called @throws VocabError `usage` when it was shaped in another way */
export function requireSameShaping(reviewed: ReviewedPlan, shaping: Shaping, file: string): void {
  const { retire, delete_first } = reviewed.shaping;
  if (retire === shaping.retire && delete_first === shaping.delete_first) return;
  const flags = [...(retire ? ['--retire'] : []), ...(delete_first ? ['--delete-first'] : [])].join(' ');
  throw new VocabError(
    'usage',
    `${file} was planned ${flags === '' ? 'without --retire and --delete-first' : `with ${flags}`}`,
    {
      hint: 'give apply the same flags as plan',
    },
  );
}
