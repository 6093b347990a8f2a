import type { Action, Change, Reason } from '../model/change.js';
import { type Desired, type DesiredList, strayAddress } from '../model/desired.js';
import { sameHotwords } from '../model/hotword.js';
import { isReady, type ObservedList } from '../model/observed.js';
import type { OwnedList, Ownership } from '../model/ownership.js';
import { compareText } from '../model/text/compare.js';
import { allAdded, allRemoved, allUnchanged, diffHotwords } from './diff-hotwords.js';
import { withHandovers } from './handover.js';

/*
 * What becomes of every list. A desired list is created, updated or left as it is. A list that is ours and not desired
 * is deleted only if somebody said so, in a file that was reviewed (`removed`, `prune`) or on the command line
 * (`--retire`), and is otherwise kept and reported. Three things hold a deletion back whatever was said: `protect`,
 * a rival's unknown owner, and a replacement that recognition cannot use yet: a list that is not `OK`, or instant words that
 * the published files lack. Whether anybody sends those, no account shows: of that a plan can only warn.
 */

export interface ChangeOptions {
  /** Delete superseded lists whose replacements are all `OK`. */
  readonly retire: boolean;
  /** Instant vocabularies whose words the published files lack: what they take the place of stays. */
  readonly unpublished?: ReadonlySet<string>;
}

/** One change for every list that is desired or ours, `no-op` and `keep` included, in the order of their addresses. */
export function decideChanges(desired: Desired, { owned }: Ownership, options: ChangeOptions): Change[] {
  const bound = boundLists(owned);
  const wanted = desired.lists.map((list) => desiredChange(list, bound.get(list)));
  const others = owned
    .filter(({ role }) => role !== 'bound')
    .map((other) => strayChange(other, judge(other, { desired, bound, options }), desired));
  return withHandovers([...wanted, ...others].sort(byAddress));
}

type Bound = ReadonlyMap<DesiredList, ObservedList>;

interface Situation {
  readonly desired: Desired;
  readonly bound: Bound;
  readonly options: ChangeOptions;
}

interface Verdict {
  readonly action: Action;
  readonly reason: Reason;
}

function boundLists(owned: readonly OwnedList[]): Bound {
  const bound = new Map<DesiredList, ObservedList>();
  for (const { role, desired, list } of owned) {
    if (role === 'bound' && desired !== null) bound.set(desired, list);
  }
  return bound;
}

function desiredChange(list: DesiredList, before: ObservedList | undefined): Change {
  const { address, name, prefix, target_model, consumers } = list;
  const identity = {
    address,
    name,
    prefix,
    target_model,
    consumers,
    after: list,
    replaced_by: null,
    words_digest: null,
    replaces: null,
    differs_from: null,
    replacements: [],
  };
  if (before === undefined) {
    return { ...identity, ...create, before: null, hotwords: allAdded(list.hotwords) };
  }
  if (sameHotwords(before.hotwords, list.hotwords)) {
    return { ...identity, ...noOp, before, hotwords: allUnchanged(before.hotwords) };
  }
  return { ...identity, ...update, before, hotwords: diffHotwords(before.hotwords, list.hotwords) };
}

const create: Verdict = { action: 'create', reason: 'desired' };
const update: Verdict = { action: 'update', reason: 'hotwords_changed' };
const noOp: Verdict = { action: 'no-op', reason: 'in_sync' };

function strayChange(
  { role, list, desired, replacements, successors, instant }: OwnedList,
  { action, reason }: Verdict,
  { lists }: Desired,
): Change {
  const { prefix, target_model, hotwords, vocabulary_id, called } = list;
  const usual = strayAddress(prefix, target_model);
  // A vocabulary may have another's prefix for a name, and an allowance for the one must not hold for the other.
  const isTaken = lists.some(({ address }) => address === usual);
  return {
    address: isTaken ? (called?.address ?? strayAddress(vocabulary_id, target_model)) : usual,
    name: null,
    prefix,
    target_model,
    action,
    reason,
    before: list,
    after: null,
    hotwords: action === 'delete' ? allRemoved(hotwords) : allUnchanged(hotwords),
    words_digest: null,
    replaced_by: role === 'superseded' ? (desired?.address ?? instant[0]?.name ?? null) : null,
    replaces: null,
    differs_from: null,
    replacements: [...replacements.map(({ address }) => address), ...instant.map(({ name }) => name)],
    // A duplicate or a rival was never given to anybody by us, and has no successors.
    consumers: usersOf([...successors.toSorted(byAddressAlone), ...instant]),
  };
}

/** Whoever recognises with what takes its place may still have the list. */
function usersOf(replacements: readonly { readonly consumers: readonly string[] }[]): string[] {
  return [...new Set(replacements.flatMap(({ consumers }) => consumers))];
}

function judge({ role, list, replacements, instant }: OwnedList, situation: Situation): Verdict {
  const { desired, bound, options } = situation;
  const asked = isAsked(role, situation);
  if (desired.policy.protect.includes(list.prefix) && (asked || role === 'orphan' || role === 'duplicate')) {
    return { action: 'keep', reason: 'protected' };
  }
  if (!asked) return { action: 'keep', reason: reasons[role] };
  const replaced = replacements.every((replacement) => isBoundAndReady(replacement, bound));
  if (!replaced) return { action: 'keep', reason: 'replacement_not_ready' };
  const isUnpublished = instant.some(({ name }) => options.unpublished?.has(name));
  return isUnpublished
    ? { action: 'keep', reason: 'replacement_not_published' }
    : { action: 'delete', reason: reasons[role] };
}

const reasons = {
  bound: 'in_sync',
  duplicate: 'duplicate',
  rival: 'rival',
  superseded: 'superseded',
  removed: 'removed',
  orphan: 'orphan',
} as const satisfies Record<OwnedList['role'], Reason>;

/** Whether somebody said that lists of this role shall go. */
function isAsked(role: OwnedList['role'], { desired, options }: Situation): boolean {
  switch (role) {
    case 'removed':
      return true;
    case 'orphan':
    case 'duplicate':
      return desired.policy.prune;
    case 'superseded':
      return options.retire;
    case 'rival':
    case 'bound':
      return false;
  }
}

function isBoundAndReady(list: DesiredList, bound: Bound): boolean {
  const found = bound.get(list);
  return found !== undefined && isReady(found);
}

function byAddress(left: Change, right: Change): number {
  return compareText(left.address, right.address) || compareText(idOf(left), idOf(right));
}

function byAddressAlone(left: DesiredList, right: DesiredList): number {
  return compareText(left.address, right.address);
}

function idOf({ before }: Change): string {
  return before?.vocabulary_id ?? '';
}
