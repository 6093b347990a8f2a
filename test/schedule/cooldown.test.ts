import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/model/observed.js';
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
