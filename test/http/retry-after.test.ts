import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/http/retry-after.js';

const noon = Date.UTC(2026, 10, 1, 12);

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['86400', 3_600_000],
    ['99999999999999999999', 3_600_000],
  ])('%j is a number of seconds, at most an hour', (value, ms) => {
    expect(parseRetryAfter(value, null)).toBe(ms);
  });

  it.each([
    ['Sun, 01 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Nov 2026 11:59:00 GMT', 0],
    ['Mon, 01 Nov 2027 12:00:00 GMT', 3_600_000],
  ])('%s is a date, measured from the clock of the server', (value, ms) => {
    expect(parseRetryAfter(value, noon)).toBe(ms);
  });

  it('says nothing as a date when the clock of the server is unknown', () => {
    expect(parseRetryAfter('Sun, 01 Nov 2026 12:00:30 GMT', null)).toBeNull();
  });

  it.each([
    undefined,
    '',
    '-1',
    'soon',
    'in 5',
    '5s',
    '1e3',
    'Infinity',
    '2026-11-01',
    'Sun, 99 Nov 2026 12:00:30 GMT',
  ])('says nothing as %j', (value) => {
    expect(parseRetryAfter(value, noon)).toBeNull();
  });
});
