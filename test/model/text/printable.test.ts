import { describe, expect, it } from 'vitest';
import {
  escapeUnseen,
  printable,
  printableJson,
  printableLocation,
  quotable,
} from '../../../src/model/text/printable.js';

describe('a printable text', () => {
  it.each([
    ['a\nb', 'a\\u{A}b'],
    ['\u001b[31m', '\\u{1B}[31m'],
    ['\u202egpj', '\\u{202E}gpj'],
    ['a\u200bb', 'a\\u{200B}b'],
    ['a\u3000b', 'a\\u{3000}b'],
    ['::error::x', '\\u{3A}:error::x'],
    ['##[group]', '#\\u{23}[group]'],
    ['sk-abcd12345678', 'sk-…'],
    ['心房颤动 é 😀', '心房颤动 é 😀'],
  ])('of %j is %s', (text, shown) => {
    expect(printable(text)).toBe(shown);
    // What was made printable before stays as it is.
    expect(printable(shown)).toBe(shown);
  });

  it('is cut after 300 characters where it is a quotation, of however many it was made', () => {
    expect(quotable('x'.repeat(300))).toBe('x'.repeat(300));
    expect(quotable('x'.repeat(5_000_000))).toBe(`${'x'.repeat(299)}…`);
    expect(quotable('😀'.repeat(300))).toBe('😀'.repeat(300));
    expect(quotable('😀'.repeat(301))).toBe(`${'😀'.repeat(299)}…`);
    expect(quotable('\u0000'.repeat(300)).length).toBeLessThanOrEqual(300);
  });

  it('only spells out what nobody sees, where the rest is escaped by other means', () => {
    expect(escapeUnseen('::a\u200b sk-abcd12345678')).toBe('::a\\u{200B} sk-abcd12345678');
  });

  it('is the name of a file, too', () => {
    expect(printableLocation({ file: 'a\u200b.yaml', line: 1, column: 2 })?.file).toBe('a\\u{200B}.yaml');
    expect(printableLocation(null)).toBeNull();
  });
});

it('JSON stays the same JSON', () => {
  const value = { text: 'a\u202e##[group]😀', deep: ['\u2028', '\u007f', '\u{e0001}'] };
  const json = printableJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u202e\u2028\u007f\u{e0001}]|##\[/u);
});
