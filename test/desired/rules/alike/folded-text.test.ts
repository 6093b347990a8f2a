import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, foldedText, isAscii } from '../../../../src/desired/rules/alike/folded-text.js';

const width = 'full width or another form of the same character';

describe('a folded text', () => {
  it('is the same the short way and the long', () => {
    const ascii = fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '-', '#') });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(foldedText(text)).toBe(foldedText(`${text}é`).slice(0, -1));
      }),
    );
  });

  it('is the same for every case, width and spacing of a text', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '心') }), (text) => {
        expect(foldedText(wide(text.toUpperCase()).replaceAll(' ', ''))).toBe(foldedText(text));
      }),
    );
  });
});

it.each([
  ['ECG', 'ecg', ['upper and lower case']],
  ['ECG', 'ＥＣＧ', [width]],
  ['E CG', 'ECG', ['spaces']],
  ['E CG', 'ｅｃｇ', [width, 'upper and lower case', 'spaces']],
])('%s and %s differ in %j', (one, other, names) => {
  expect(differencesOf(one, other)).toEqual(names);
});

it('tells ASCII from the rest', () => {
  expect([isAscii('a~ 1'), isAscii('é'), isAscii('')]).toEqual([true, false, true]);
});
