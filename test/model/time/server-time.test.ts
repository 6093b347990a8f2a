import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTime, possibleInstants } from '../../../src/model/time/server-time.js';

const hour = 3_600_000;
const isoOf = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** As the vendor writes a time: `2026-11-22 10:00:00`. */
const gmtOf = (ms: number) => isoOf(ms).replace('T', ' ').replace('Z', '');

const instants = [
  '1970-01-01T00:00:00Z',
  '1999-12-31T23:59:59Z',
  '2000-02-29T12:00:00Z',
  '2000-03-01T00:00:00Z',
  '2024-02-29T23:59:59Z',
  '2025-02-28T23:59:59Z',
  '2025-03-01T00:00:00Z',
  '2026-11-22T10:00:00Z',
  '2026-12-31T23:59:59Z',
  '2028-02-29T00:00:00Z',
  '2100-02-28T23:59:59Z',
  '2100-03-01T00:00:00Z',
  '2400-02-29T06:07:08Z',
].map((iso) => Date.parse(iso));

/** Whole seconds between the years 1000 and 9999. */
const anyInstant = fc
  .integer({ min: Date.parse('1000-01-02T00:00:00Z') / 1000, max: Date.parse('9999-12-30T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000);

describe('what a time without a zone may mean', () => {
  it.each(instants.map((ms) => [gmtOf(ms), ms] as const))('%s is that time in UTC+8 or in UTC', (gmt, ms) => {
    expect(possibleInstants(gmt)).toEqual([ms - 8 * hour, ms]);
  });

  it('agrees with the calendar of Date at any time', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(possibleInstants(gmtOf(ms))).toEqual([ms - 8 * hour, ms]);
      }),
    );
  });

  it('does not mind a T between date and time, nor what follows the seconds', () => {
    const expected = possibleInstants('2026-11-22 10:00:00');
    expect(possibleInstants('2026-11-22T10:00:00')).toEqual(expected);
    expect(possibleInstants('2026-11-22 10:00:00.123')).toEqual(expected);
  });

  it.each([
    '',
    'null',
    'yesterday',
    '2026-11-22',
    '22-11-2026 10:00:00',
    '2026-11-22 10:00',
    ' 2026-11-22 10:00:00',
    '2026-00-22 10:00:00',
    '2026-13-22 10:00:00',
    '2026-11-00 10:00:00',
    '2026-11-31 10:00:00',
    '2025-02-29 10:00:00',
    '2100-02-29 10:00:00',
    '2026-11-22 24:00:00',
    '2026-11-22 10:60:00',
    '2026-11-22 10:00:60',
    '0000-00-00 00:00:00',
  ])('is nothing for %j', (garbage) => {
    expect(possibleInstants(garbage)).toEqual([]);
  });
});

describe('an instant in ISO form', () => {
  it.each(instants.map((ms) => [isoOf(ms), ms] as const))('is %s', (iso, ms) => {
    expect(isoTime(ms)).toBe(iso);
  });

  it('agrees with Date at any time, and leaves milliseconds out', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 999 }), (ms, part) => {
        expect(isoTime(ms + part)).toBe(isoOf(ms));
      }),
    );
  });
});
