import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import type { ObservedList } from '../model/observed.js';
import { sinceUpdate } from '../model/time/last-update.js';

/** When the list may be updated next, in epoch milliseconds of the server's clock; null: at once; `unreadable`: nobody can tell. */
function notBefore(list: ObservedList, interval: number, now: number | null): number | null | 'unreadable' {
  const since = interval === 0 ? 'never' : sinceUpdate(list, now);
  if (since === 'never') return null;
  if (since === 'unreadable' || now === null) return 'unreadable';
  return since < interval ? now - since + interval : null;
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
