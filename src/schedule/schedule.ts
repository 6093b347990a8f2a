import { type Change, isWrite } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isReady } from '../model/observed.js';
import type { Ownership } from '../model/ownership.js';
import type { AccountIdentity, Allowances, Blocked, Plan, Quota, Shaping } from '../model/plan.js';
import type { Sha256 } from '../model/ports.js';
import { clockUnreadable, notBefore } from './cooldown.js';
import { digest, wordsDigest } from './digest.js';
import { dispute, guard } from './guard.js';
import { type Order, order } from './order.js';
import { packingAdvice } from './packing.js';

export interface ScheduleInput {
  readonly account: AccountIdentity;
  readonly desired: Desired;
  readonly ownership: Ownership;
  readonly changes: readonly Change[];
  /** The server's clock, epoch milliseconds; null when it cannot be read. */
  readonly server_time: number | null;
}

export interface ScheduleOptions {
  readonly shaping: Shaping;
  readonly allow: Allowances;
  readonly sha256: Sha256;
}

/** The plan: what is written in which order, what holds it back, and what is worth saying. */
export function schedule(input: ScheduleInput, options: ScheduleOptions): Plan {
  const { account, desired, ownership, server_time } = input;
  const { shaping, allow, sha256 } = options;
  const in_use = ownership.owned.length + ownership.foreign.length;
  const ordered = order({
    changes: input.changes.map((change) => withWordsDigest(change, sha256)),
    in_use,
    limit: desired.list_quota,
    delete_first: shaping.delete_first,
    protect: desired.protect,
    notBefore: (change) => {
      const next = cooldown(change, input);
      return next === 'unreadable' ? null : next;
    },
  });
  const { changes, steps } = ordered;
  const quota = quotaOf(ordered, in_use, input);
  return {
    account,
    digest: digest(account, changes, sha256),
    quota,
    changes,
    steps,
    blocked: [
      ...dispute(changes, ownership.missing_pins),
      ...noSlot(ordered, quota, input),
      ...guard({ changes, guards: desired.guards, allow }),
    ],
    foreign: ownership.foreign,
    known_ids: knownIds(ownership),
    diagnostics: remarks({ ...input, changes }, quota),
    server_time,
  };
}

function withWordsDigest(change: Change, sha256: Sha256): Change {
  if (change.after === null || !isWrite(change)) return change;
  return { ...change, words_digest: wordsDigest(change.after.hotwords, sha256) };
}

function knownIds({ owned, foreign }: Ownership): string[] {
  return [...owned.map(({ list }) => list), ...foreign].map(({ vocabulary_id }) => vocabulary_id);
}

function quotaOf({ steps, peak }: Order, in_use: number, { desired, ownership }: ScheduleInput): Quota {
  return {
    limit: desired.list_quota,
    in_use,
    foreign: ownership.foreign.length,
    peak,
    after: steps.at(-1)?.slots_after ?? in_use,
  };
}

function cooldown({ before }: Change, { desired, server_time }: ScheduleInput): number | null | 'unreadable' {
  return before === null ? null : notBefore(before, desired.guards.update_interval, server_time);
}

function noSlot(
  { without_slot, steps, changes }: Order,
  quota: Quota,
  { desired }: ScheduleInput,
): Blocked[] {
  const freed = steps.filter(({ op }) => op === 'delete').length;
  const placed = steps.filter(({ op }) => op === 'create').length;
  const arithmetic =
    `${quota.in_use} of ${quota.limit} slots are taken (${quota.in_use - quota.foreign} ours, ${quota.foreign} foreign); ` +
    `the plan needs ${placed + without_slot.length} and frees ${freed}`;
  return without_slot.map((change) => ({
    rule: 'no-slot',
    address: change.address,
    message: `no slot for ${change.address}: ${arithmetic}`,
    hint: [...waysOut(change, changes, quota), ...packingAdvice(desired.lists)].join('\n'),
  }));
}

/** What would free a slot in this account, the least harmful first. */
function waysOut({ address }: Change, changes: readonly Change[], { foreign }: Quota): string[] {
  const kept = changes.filter(({ action }) => action === 'keep');
  const named = (reasons: readonly string[]) => kept.filter(({ reason }) => reasons.includes(reason));
  const idle = named(['orphan', 'twin']).map(({ before }) => before?.vocabulary_id);
  return [
    ...(idle.length > 0
      ? [`name lists that nobody needs under \`removed\`, such as ${idle.join(', ')}`]
      : []),
    ...(named(['superseded']).length > 0
      ? ['`--retire` superseded lists once their replacements are OK']
      : []),
    ...(named(['superseded']).some(({ replaced_by }) => replaced_by === address)
      ? ['`--delete-first` deletes the list that this one replaces before (downtime)']
      : []),
    ...(foreign > 0 ? ['ask the owners of the foreign lists'] : []),
    'raise account.list_quota once the vendor has raised yours',
  ];
}

function remarks(input: ScheduleInput, quota: Quota): Diagnostic[] {
  const found = input.changes.flatMap((change) => [
    ...notReady(change),
    ...unrelated(change),
    ...clockRemark(change, input),
  ]);
  if (quota.in_use > quota.limit) found.push(moreThanQuota(quota));
  found.push(
    ...input.desired.removed.filter((named) => !isHeld(named, input.ownership)).map(nothingToRemove),
  );
  return found;
}

function notReady({ after, before, address }: Change): Diagnostic[] {
  if (after === null || before === null || isReady(before)) return [];
  return [
    {
      severity: 'warning',
      rule: 'list-not-ready',
      message: `${address} is ${before.status}, not OK: recognition silently ignores it (${before.vocabulary_id})`,
      hint: 'wait for it; if it stays, delete the list in the account and apply again',
      place: null,
      related: null,
    },
  ];
}

/** The first list of a key is ours by its prefix alone; when nothing else speaks for it, somebody should look. */
function unrelated({ action, address, before, hotwords }: Change): Diagnostic[] {
  if (action !== 'update' || before === null || before.hotwords.length === 0) return [];
  if (hotwords.removed.length < before.hotwords.length) return [];
  return [
    {
      severity: 'warning',
      rule: 'no-word-in-common',
      message: `${before.vocabulary_id} has the prefix and the model of ${address}, but not one of its words: all ${before.hotwords.length} would be overwritten`,
      hint: 'make sure that the list is yours; if it is not, give the vocabulary another prefix',
      place: null,
      related: null,
    },
  ];
}

function clockRemark(change: Change, input: ScheduleInput): Diagnostic[] {
  const unreadable = change.action === 'update' && cooldown(change, input) === 'unreadable';
  return unreadable ? [clockUnreadable(change.address)] : [];
}

/** `removed` names a prefix or an id. */
function isHeld(named: string, { owned }: Ownership): boolean {
  return owned.some(({ list }) => list.vocabulary_id === named || list.prefix === named);
}

function nothingToRemove(named: string): Diagnostic {
  return {
    severity: 'info',
    rule: 'removed-not-there',
    message: `the account holds no list of the prefix or id "${named}", which is under removed`,
    hint: 'if it is spelt right, its lists are gone, and the line can be deleted',
    place: null,
    related: null,
  };
}

function moreThanQuota({ in_use, limit }: Quota): Diagnostic {
  return {
    severity: 'warning',
    rule: 'more-lists-than-quota',
    message: `the account holds ${in_use} lists, more than account.list_quota (${limit}): the real quota must be higher`,
    hint: 'set account.list_quota to what the vendor has granted; until then nothing is created',
    place: null,
    related: null,
  };
}
