import { describe, expect, it } from 'vitest';
import { asError, asInfo, asWarning, hasErrors, unlocated } from '../../src/model/diagnostic.js';

const location = { file: 'a.yaml', line: 1, column: 2 };

describe('a diagnostic', () => {
  it.each([
    ['error', asError],
    ['warning', asWarning],
    ['info', asInfo],
  ] as const)('has everything that its draft leaves out: %s', (severity, as) => {
    expect(as({ rule: 'r', message: 'm' })).toEqual({
      severity,
      rule: 'r',
      message: 'm',
      hint: null,
      location: null,
      related: null,
    });
    expect(as({ rule: 'r', message: 'm', hint: 'h', location, related: location })).toMatchObject({
      hint: 'h',
      location,
      related: location,
    });
    expect(as({ rule: 'r', message: 'm' }, location).location).toEqual(location);
  });

  it('is cut where it is longer than five hundred characters, and only there', () => {
    const messageOf = (length: number) => asError({ rule: 'r', message: 'x'.repeat(length) }).message;
    expect(messageOf(500)).toBe('x'.repeat(500));
    expect(messageOf(501)).toBe(`${'x'.repeat(500)}…`);
  });

  it('quotes no key, and nothing without end, in message and hint alike', () => {
    const long = 'x'.repeat(200_000);
    const { message, hint } = asError({
      rule: 'r',
      message: `sk-abcd12345678 ${long}`,
      hint: `sk-abcd12345678 ${long}`,
    });
    for (const text of [message, hint ?? '']) {
      expect(text).toMatch(/^sk-… x/);
      expect(text.length).toBeLessThan(600);
    }
  });
});

it('only errors are errors', () => {
  expect(hasErrors([asWarning({ rule: 'r', message: 'm' }), asInfo({ rule: 'r', message: 'm' })])).toBe(
    false,
  );
  expect(hasErrors([asWarning({ rule: 'r', message: 'm' }), asError({ rule: 'r', message: 'm' })])).toBe(
    true,
  );
});

it('a value loses its locations, at any depth, and nothing else', () => {
  const located = (value: string) => ({ value, location });
  const value = {
    one: located('a'),
    none: null,
    many: [located('b')],
    deep: { kept: [1, true], inner: located('c') },
    whole: { name: 'd', location },
    halves: { value: 'e', unit: 'f' },
  };
  expect(unlocated(value)).toEqual({
    one: 'a',
    none: null,
    many: ['b'],
    deep: { kept: [1, true], inner: 'c' },
    whole: { name: 'd', location },
    halves: { value: 'e', unit: 'f' },
  });
});
