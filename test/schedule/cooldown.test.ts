import { describe, expect, it } from 'vitest';
import type { Account, ObservedList } from '../../src/model/observed.js';
import { clockUnreadable, nextUpdate, readable } from '../../src/schedule/cooldown.js';
import { account, desired, guards, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

describe('the interval between two updates', () => {
  const minutes = (amount: number) => amount * 60_000;
  // 10:00 of the server, which shows its times as 18:00 in UTC+8.
  const now = Date.UTC(2026, 10, 22, 10);
  const wanted = desired({ guards: { ...guards, update_interval: minutes(5) } });
  const updated = (gmt_modified: string) =>
    account([observedList({ hotwords: words('alpha', 'x'), gmt_modified })]);
  const notBefore = (state: Account, server_time: number | null = now) =>
    planOf(wanted, state, { server_time }).steps[0]?.not_before;

  it('puts an update off until five minutes after the last, in either of the zones the times may have', () => {
    expect(notBefore(updated('2026-11-22 17:58:00'))).toBe(now + minutes(3));
    expect(notBefore(updated('2026-11-22 09:58:00'))).toBe(now + minutes(3));
  });

  it('has no say once they have passed, or before the first update', () => {
    expect(notBefore(updated('2026-11-22 17:55:00'))).toBeNull();
    const created = { gmt_create: '2026-11-22 17:59:00', gmt_modified: '2026-11-22 17:59:00' };
    expect(notBefore(account([observedList({ hotwords: words('alpha', 'x'), ...created })]))).toBeNull();
  });

  it.each([
    ['the server tells no time', updated('2026-11-22 17:58:00'), null],
    ['the time is none', updated('yesterday'), now],
    ['the time lies ahead in every zone', updated('2026-11-22 18:58:00'), now],
  ])('cannot be kept when %s, which is a warning', (_case, state, server_time) => {
    const plan = planOf(wanted, state, { server_time });
    expect(plan.steps[0]?.not_before).toBeNull();
    expect(plan.diagnostics).toMatchObject([{ severity: 'warning', rule: 'server-clock-unreadable' }]);
  });
});

const minute = 60_000;
/** 18:00 on a clock eight hours east. */
const now = Date.UTC(2026, 10, 22, 10);

interface Circumstances {
  readonly interval?: number;
  readonly server_time?: number | null;
}

/** When a list with this time of its last update may be updated next. */
function next(fields: Partial<ObservedList>, circumstances: Circumstances = {}) {
  const { interval = 5 * minute, server_time = now } = circumstances;
  const wanted = desired({ guards: { ...guards, update_interval: interval } });
  const state = account([observedList({ hotwords: words('alpha', 'x'), ...fields })]);
  const [change] = planOf(wanted, state).changes;
  return nextUpdate(change!, { desired: wanted, server_time });
}

describe('the next update of a list', () => {
  it.each([
    ['four minutes before, east', '2026-11-22 17:56:00', now + minute],
    ['four minutes before, in UTC', '2026-11-22 09:56:00', now + minute],
    ['five minutes before', '2026-11-22 17:55:00', null],
    ['a second less than five minutes before', '2026-11-22 17:55:01', now + 1000],
    ['yesterday', '2026-11-21 17:55:00', null],
    ['half a minute ahead, as two machines may differ', '2026-11-22 18:00:30', now + 5 * minute + 30_000],
    ['a minute ahead, which is the most', '2026-11-22 18:01:00', now + 6 * minute],
  ])('after one %s', (_when, gmt_modified, expected) => {
    expect(next({ gmt_modified })).toBe(expected);
  });

  it('need not wait where no interval is asked for, nor after the list was made and never updated', () => {
    const gmt_modified = '2026-11-22 17:59:00';
    expect(next({ gmt_modified }, { interval: 0 })).toBeNull();
    expect(next({ gmt_modified: '2026-11-22 18:00:30' }, { interval: 0 })).toBeNull();
    expect(next({ gmt_modified: 'yesterday' }, { interval: 0, server_time: null })).toBeNull();
    expect(next({ gmt_modified, gmt_create: gmt_modified })).toBeNull();
  });

  it('cannot be told without the time of the server, or from a time that is none or lies ahead', () => {
    expect(next({ gmt_modified: '2026-11-22 17:59:00' }, { server_time: null })).toBe('unreadable');
    expect(next({ gmt_modified: 'yesterday' })).toBe('unreadable');
    expect(next({ gmt_modified: '2026-11-22 18:02:00' })).toBe('unreadable');
  });

  it('of a list that is only made now is at once', () => {
    const [change] = planOf(desired(), account([])).changes;
    expect(nextUpdate(change!, { desired: desired(), server_time: null })).toBeNull();
  });
});

it('what cannot be told is not waited for, and said', () => {
  expect([readable('unreadable'), readable(null), readable(7)]).toEqual([null, null, 7]);
  expect(clockUnreadable('medical@m')).toMatchObject({
    severity: 'warning',
    rule: 'server-clock-unreadable',
    message:
      "cannot tell when medical@m was last updated: the server's time is missing, or does not fit the list's",
    hint: 'make sure that its last update is older than guards.update_interval, or the new words may silently not take effect',
  });
});
