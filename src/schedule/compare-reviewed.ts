import { describeAccount, sameAccount } from '../model/account.js';
import { type Change, isWrite, sameKey } from '../model/change.js';
import type { Plan, ReviewedChange, ReviewedPlan } from '../model/plan.js';
import { canonicalChange, wordsDigest } from './digest.js';

/**
 * Why a fresh plan is not what was reviewed; empty when it is. A reviewed change that is already in effect counts as
 * done, so an apply that was interrupted can be run again with the same plan file. The rest must be exactly the
 * reviewed rest: nothing else, and nothing less.
 */
export function compareReviewed(reviewed: ReviewedPlan, fresh: Plan): string[] {
  if (!sameAccount(reviewed.account, fresh.account)) {
    return [
      `the plan was made for ${describeAccount(reviewed.account)}, this is ${describeAccount(fresh.account)}`,
    ];
  }
  // A restore may make several lists that are alike in everything: each was reviewed by itself.
  const pending = byContent(fresh.changes.filter(isWrite));
  const reasons: string[] = [];
  for (const change of reviewed.changes) {
    if (pending.get(canonicalChange(change))?.pop() !== undefined) continue;
    if (!isInEffect(change, fresh))
      reasons.push(`${describe(change)} was reviewed, and is no longer what would happen`);
  }
  for (const change of [...pending.values()].flat()) reasons.push(`${describe(change)} was not reviewed`);
  return reasons;
}

function byContent(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const content = canonicalChange(change);
    const alike = groups.get(content);
    if (alike === undefined) groups.set(content, [change]);
    else alike.push(change);
  }
  return groups;
}

function isInEffect(change: ReviewedChange, fresh: Plan): boolean {
  const { action, before, words_digest } = change;
  if (action === 'delete') return !fresh.known_ids.includes(before?.vocabulary_id ?? '');
  const written = fresh.changes.find((other) =>
    action === 'create'
      ? other.after !== null && sameKey(other, change)
      : other.before?.vocabulary_id === before?.vocabulary_id,
  );
  const list = written?.before ?? null;
  return list !== null && wordsDigest(list.hotwords) === words_digest;
}

function describe({ action, address, before }: Change | ReviewedChange): string {
  const id = before === null ? '' : ` (${before.vocabulary_id})`;
  return `${action} ${address}${id}`;
}
