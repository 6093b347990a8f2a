import { expect, it } from 'vitest';
import { longestDuration, longestDurationText, parseDuration } from '../../../src/model/time/duration.js';

it.each([
  ['500ms', 500],
  ['3s', 3000],
  ['3', 3000],
  ['5m', 300_000],
  ['1.5h', 5_400_000],
  [' 2s ', 2000],
  ['0s', 0],
  ['576h', longestDuration],
])('reads %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each(['', '5 m', '-1s', '1d', 'h', '1e3s', '5M', '577h', '700h', '99999999999h', '1'.repeat(400)])(
  'reads nothing from %j',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

it('allows no duration that a timer cannot wait', () => {
  expect(longestDuration).toBeLessThan(2 ** 31);
  expect(longestDurationText).toBe(`${longestDuration / 86_400_000} days`);
});
