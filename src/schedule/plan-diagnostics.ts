import { type Change, sameKey } from '../model/change.js';
import type { Desired, Policy } from '../model/desired.js';
import { asInfo, asWarning, type Diagnostic } from '../model/diagnostic.js';
import { countLost, sameHotwords } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import { isReady, nameOf } from '../model/observed.js';
import type { Ownership } from '../model/ownership.js';
import type { Quota } from '../model/plan.js';
import { clockUnreadable, nextUpdate } from './cooldown.js';
import { deliveryDiagnostics } from './delivery-diagnostics.js';
import { unclaimedLists } from './unclaimed-lists.js';

interface Situation {
  readonly desired: Desired;
  readonly ownership: Ownership;
  readonly instant: readonly InstantChange[];
  readonly server_time: number | null;
}

/** What does not keep a plan from being applied and somebody should know. */
export function planDiagnostics(changes: readonly Change[], quota: Quota, input: Situation): Diagnostic[] {
  const found = changes.flatMap((change) => [
    ...notReady(change),
    ...unrelated(change),
    ...futureRivals(change, changes, input.desired.policy),
    ...clockDiagnostic(change, input),
  ]);
  found.push(...deliveryDiagnostics(changes, input));
  found.push(...unclaimedLists(changes, input.instant));
  if (quota.in_use > quota.limit) found.push(moreThanQuota(quota));
  found.push(
    ...input.desired.policy.removed.filter((named) => !isHeld(named, input.ownership)).map(nothingToRemove),
  );
  return found;
}

function notReady({ after, before, address }: Change): Diagnostic[] {
  if (after === null || before === null || isReady(before)) return [];
  const draft = {
    rule: 'list-not-ready',
    message: `${address} is ${before.status}, not OK: recognition silently ignores it (${nameOf(before)})`,
    hint: 'wait for it, and run it again: files under `outputs` are written once it is OK; if it stays, delete the list in the account and apply again',
  };
  return [asWarning(draft, after.location)];
}

/** The first list of a key is ours by its prefix alone; when nothing else speaks for it, somebody should look. */
function unrelated({ action, address, before, after }: Change): Diagnostic[] {
  if (action !== 'update' || before === null || after === null || before.hotwords.length === 0) return [];
  if (countLost(before.hotwords, after.hotwords) < before.hotwords.length) return [];
  const draft = {
    rule: 'no-word-in-common',
    message: `${nameOf(before)} has the prefix and the model of ${address}, but not one of its words: all ${before.hotwords.length} would be overwritten`,
    hint: 'make sure that the list is yours; if it is not, give the vocabulary another prefix',
  };
  return [asWarning(draft, after.location)];
}

/** A duplicate that is kept has other words than its list once that is updated, and other words are a rival's. */
function futureRivals(update: Change, changes: readonly Change[], { protect }: Policy): Diagnostic[] {
  if (update.action !== 'update' || update.after === null) return [];
  const { after, address } = update;
  const kept = changes.filter((other) => other.action === 'keep' && sameKey(other, update));
  const outdated = kept.filter(
    ({ reason, before }) =>
      reason !== 'rival' && before !== null && !sameHotwords(before.hotwords, after.hotwords),
  );
  return outdated.map(({ before }) =>
    asWarning({
      rule: 'duplicate-will-dispute',
      message: `${before && nameOf(before)} is kept and will have other words than ${address} after its update: it will then block ${address} as a rival`,
      hint: protect.includes(update.prefix)
        ? 'pin the vocabulary to its list with `vocabulary_id`: the prefix is under `protect`, so no list of it goes'
        : 'name the id under `removed` now, or set `prune: true`',
    }),
  );
}

function clockDiagnostic(change: Change, input: Situation): Diagnostic[] {
  const unreadable = change.action === 'update' && nextUpdate(change, input) === 'unreadable';
  return unreadable ? [clockUnreadable(change.address)] : [];
}

/** `removed` names a prefix or an id. */
function isHeld(named: string, { owned }: Ownership): boolean {
  return owned.some(({ list }) => list.vocabulary_id === named || list.prefix === named);
}

function nothingToRemove(named: string): Diagnostic {
  return asInfo({
    rule: 'removed-not-there',
    message: `the account holds no list of the prefix or id "${named}", which is under removed`,
    hint: 'if it is spelt right, its lists are gone, and the line can be deleted',
  });
}

function moreThanQuota({ in_use, limit }: Quota): Diagnostic {
  return asWarning({
    rule: 'more-lists-than-quota',
    message: `the account holds ${in_use} lists, more than account.list_quota (${limit}): the real quota must be higher`,
    hint: 'set account.list_quota to what the vendor has granted; until then nothing is created',
  });
}
