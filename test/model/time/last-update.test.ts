import { expect, it } from 'vitest';
import { sinceUpdate } from '../../../src/model/time/last-update.js';

const at = (time: string) => ({ gmt_create: '2026-11-01 00:00:00', gmt_modified: `2026-11-02 ${time}` });
const noon = Date.UTC(2026, 10, 2, 12);

it.each([
  ['in UTC, where that is the latest moment it can mean', at('11:59:30'), 30_000],
  ['in UTC+8, where UTC would be in the future', at('19:59:00'), 60_000],
  ['ahead of the clock by less than a minute', at('12:00:59'), -59_000],
  ['ahead by a minute', at('12:01:00'), -60_000],
  ['ahead by more, so that only UTC+8 is left', at('12:01:01'), 8 * 3_600_000 - 61_000],
  ['ahead by more than any zone explains', at('20:01:01'), 'unreadable'],
  ['in no time at all', at('25:00:00'), 'unreadable'],
  ['never', { gmt_create: 'x', gmt_modified: 'x' }, 'never'],
])('a list was updated %s', (_, list, expected) => {
  expect(sinceUpdate(list, noon)).toBe(expected);
});

it('nobody can tell without the clock of the server', () => {
  expect(sinceUpdate(at('11:00:00'), null)).toBe('unreadable');
});
