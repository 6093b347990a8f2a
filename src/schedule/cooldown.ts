import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import type { ObservedList } from '../model/observed.js';
import { possibleInstants } from '../model/time/server-time.js';

/** How far a time of the server may lie ahead of its own clock: two machines, one-second grain. */
const skew = 60_000;

/**
 * When the list may be updated next, in epoch milliseconds of the server's clock; null: at once; `unreadable`: nobody
 * can tell. The vendor's newest guide advises five minutes between two updates, or the new words may silently not take
 * effect. A list that was never updated has equal times. The zone is not known, so the time that asks for the longest
 * wait counts: at worst an update is put off once though it need not have been.
 */
function notBefore(
  { gmt_create, gmt_modified }: Pick<ObservedList, 'gmt_create' | 'gmt_modified'>,
  interval: number,
  now: number | null,
): number | null | 'unreadable' {
  if (interval === 0 || gmt_modified === gmt_create) return null;
  if (now === null) return 'unreadable';
  const instants = possibleInstants(gmt_modified).filter((at) => at <= now + skew);
  if (instants.length === 0) return 'unreadable';
  const next = Math.max(...instants) + interval;
  return next > now ? next : null;
}

/** The same for the list that a change is about; a list that is made needs no pause. */
export function nextUpdate(
  { before }: Change,
  { desired, server_time }: { readonly desired: Desired; readonly server_time: number | null },
): number | null | 'unreadable' {
  return before === null ? null : notBefore(before, desired.policy.guards.update_interval, server_time);
}

/** What cannot be told is not waited for; it is a diagnostic of the plan instead. */
export function readable(next: number | null | 'unreadable'): number | null {
  return next === 'unreadable' ? null : next;
}

export function clockUnreadable(address: string): Diagnostic {
  return asWarning({
    rule: 'server-clock-unreadable',
    message: `cannot tell when ${address} was last updated: the server's time is missing, or does not fit the list's`,
    hint: 'make sure that its last update is older than guards.update_interval, or the new words may silently not take effect',
  });
}
