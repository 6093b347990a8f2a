import type { RetryEvent } from '../../apply/retry.js';
import type { HearEvent } from '../../hear/hear.js';
import type { Plan, Step } from '../../model/plan.js';
import { printable, quotable } from '../../model/text/printable.js';
import type { ReadEvent } from '../../observe/observe.js';
import { count, duration } from '../../report/layout.js';

/* What is said of things under way, whether it is written over or not. */

const minute = 60_000;

/** What the vendor's newest guide advises between two updates of a list. */
const fiveMinutes = 5 * minute;

/** `create medical@fun-asr` */
export function sayStep({ op, change }: Step): string {
  return printable(`${op} ${change.address}`);
}

/** `reading 7/10`, and how many lists of others there are besides. */
export function sayReading(event: Extract<ReadEvent, { kind: 'reading' }>): string {
  const { wanted, read, listed, attempt } = event;
  const isAgain = attempt > 1;
  if (listed === 0) return `reading the account${isAgain ? ' again, since it changed meanwhile' : ''}`;
  const again = isAgain ? ' again, since the account changed meanwhile' : '';
  const besides = listed === wanted ? '' : ` (${isAgain ? 'it' : 'the account'} holds ${listed})`;
  return `reading ${read}/${wanted} lists${again}${besides}`;
}

/** `recognised 12 of 40`, and how many of them have failed. */
export function sayHearing({ heard, failed, wanted }: Extract<HearEvent, { kind: 'hearing' }>): string {
  return `recognised ${heard} of ${wanted}${failed === 0 ? '' : `, ${failed} failed`}`;
}

/** Why a request is sent again. */
export function sayRetry({ error: { message, remote } }: RetryEvent): string {
  const { status, vendor_code } = remote ?? {};
  const what = [status, vendor_code].filter((known) => known !== null && known !== undefined).join(' ');
  return quotable(what === '' ? message : `the service answered ${what}`);
}

export function sayNoSlot({ quota: { in_use, limit, unmanaged } }: Plan): string {
  return `no slot is free: ${in_use} of ${limit} taken, ${unmanaged} of them by unmanaged lists`;
}

/** Why an update waits: what the guard is set to is the vendor's advice, or somebody's own. */
export function sayInterval(interval: number): string {
  return interval === fiveMinutes ? 'the vendor’s five minutes' : 'guards.update_interval';
}

/** What an apply waits for once it has nothing left to write. */
export function saySettling(lists: number): string {
  return `waiting for ${count(lists, 'list')} of an earlier run to be OK`;
}

export function sayDone(done: number, all: number, failed: number): string {
  return `${done} of ${count(all, 'step')} done${failed === 0 ? '' : `, ${failed} not`}`;
}

/** The time of day where the user is, `10:05`: not before `at`, and with the day when that is far from `now`. */
export function localTime(at: number, now: number): string {
  const moment = new Date(Math.ceil(at / minute) * minute);
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  if (at - now < 12 * 60 * minute) return time;
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${time}`;
}

/** `4:05` minutes, or for an hour and more as any duration: a line has little room. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return seconds >= 3600 ? duration(ms) : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
