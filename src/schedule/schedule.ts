import { type Change, isWrite } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { Ownership } from '../model/ownership.js';
import type { AccountIdentity, Allowance, Plan, Quota, Shaping } from '../model/plan.js';
import { nextUpdate, readable } from './cooldown.js';
import { digest, wordsDigest } from './digest.js';
import { dispute } from './dispute.js';
import { guard, liftedDiagnostics } from './guard.js';
import { noSlot } from './no-slot.js';
import { type Order, order } from './order.js';
import { planDiagnostics } from './plan-diagnostics.js';

export interface ScheduleInput {
  readonly account: AccountIdentity;
  readonly desired: Desired;
  readonly ownership: Ownership;
  readonly changes: readonly Change[];
  readonly instant: readonly InstantChange[];
  /** The server's clock, epoch milliseconds; null when it cannot be read. */
  readonly server_time: number | null;
}

export interface ScheduleOptions {
  readonly shaping: Shaping;
  readonly allow: readonly Allowance[];
}

/** The plan: what is written in which order, what holds it back, and what is worth saying. */
export function schedule(input: ScheduleInput, options: ScheduleOptions): Plan {
  const { account, desired, ownership, instant, server_time } = input;
  const { shaping, allow } = options;
  const in_use = ownership.owned.length + ownership.unmanaged.length;
  const ordered = order({
    changes: input.changes.map(withWordsDigest),
    in_use,
    limit: desired.policy.list_quota,
    delete_first: shaping.delete_first,
    protect: desired.policy.protect,
    notBefore: (change) => readable(nextUpdate(change, input)),
  });
  const { changes, steps } = ordered;
  const quota = quotaOf(ordered, in_use, input);
  const guarded = guard({ changes, instant, guards: desired.policy.guards, allow });
  return {
    account,
    digest: digest(account, changes),
    quota,
    changes,
    steps,
    instant,
    blocked: [
      ...dispute(changes, ownership.missing_pins, desired.policy),
      ...noSlot(ordered, quota, desired),
      ...guarded.blocked,
    ],
    unmanaged: ownership.unmanaged,
    known_ids: knownIds(ownership),
    diagnostics: [...planDiagnostics(changes, quota, input), ...liftedDiagnostics(guarded.lifted, allow)],
    server_time,
  };
}

function withWordsDigest(change: Change): Change {
  if (change.after === null || !isWrite(change)) return change;
  return { ...change, words_digest: wordsDigest(change.after.hotwords) };
}

function knownIds({ owned, unmanaged }: Ownership): string[] {
  return [...owned.map(({ list }) => list), ...unmanaged].map(({ vocabulary_id }) => vocabulary_id);
}

function quotaOf({ steps, peak }: Order, in_use: number, { desired, ownership }: ScheduleInput): Quota {
  return {
    limit: desired.policy.list_quota,
    in_use,
    unmanaged: ownership.unmanaged.length,
    peak,
    after: steps.at(-1)?.slots_after ?? in_use,
  };
}
