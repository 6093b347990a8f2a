import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedText } from '../../../src/desired/rules/alike/folded-text.js';
import { repeatedHashes, surveyOf } from '../../../src/model/text/survey.js';
import { grapheme } from '../../support/any-text.js';
import { runs } from '../../support/sample.js';

const among = (signs: string) =>
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));
const plain = among('aAbBzZoO01290-:~@ 产品型号一龿');
const text = fc.oneof(
  plain,
  among('aA- \t\u3000ａＡﾊﾟハ゜がか\u3099éÉe\u0301\u200bКк産￼𠮷①1ﬁfi'),
  among('aA \t1'),
  fc.string({ unit: grapheme }),
);
const listOf = (texts: fc.Arbitrary<string>) =>
  fc.array(texts, { maxLength: 8 }).map((all) => all.map((one) => ({ text: one })));
const list = listOf(text);
const plainList = listOf(plain);

/** Other ways to write a text. */
const ways: readonly ((text: string) => string)[] = [
  (one) => one.toLowerCase(),
  (one) => one.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (one) => [...one].join(' '),
  (one) => `${one}\u3000`,
  (one) => one.normalize('NFKC'),
];

test('texts that differ in case, width and spaces only have one hash', () => {
  fc.assert(
    fc.property(text, fc.oneof(text, fc.constantFrom(...ways)), (one, drawn) => {
      const other = typeof drawn === 'string' ? drawn : drawn(one);
      fc.pre(foldedText(one) === foldedText(other));
      const [first, second] = surveyOf([{ text: one }, { text: other }]).hashes;
      expect(second).toBe(first);
    }),
    { numRuns: runs(3000) },
  );
});

test('what it rules out is in none of the texts', () => {
  fc.assert(
    fc.property(list, (words) => {
      const texts = words.map((word) => word.text);
      const has = (shape: RegExp) => texts.some((one) => shape.test(one));
      const { isPlain, mayHoldKey, mayRepeat } = surveyOf(words);
      expect({ isPlain, mayHoldKey }).toEqual({
        isPlain: !has(/[^ -~\u4e00-\u9fff]/),
        mayHoldKey: has(/[-:]/),
      });
      expect(mayRepeat || new Set(texts.map(foldedText)).size === texts.length).toBe(true);
    }),
    { numRuns: runs(3000) },
  );
});

test('counts in plain texts what rules ask for', () => {
  const most = (numbers: readonly number[]) => Math.max(0, ...numbers);
  fc.assert(
    fc.property(plainList, (words) => {
      const texts = words.map((word) => word.text);
      const has = (shape: RegExp) => texts.some((one) => shape.test(one));
      expect(surveyOf(words)).toMatchObject({
        isPlain: true,
        hasHan: has(/\p{Script=Han}/u),
        longest: most(texts.filter((one) => /[^ -~]/.test(one)).map((one) => one.length)),
        mostSpaces: most(texts.map((one) => one.split(' ').length - 1)),
        mayHoldKey: has(/[-:]/),
        mayDisguise: has(/[A-Za-z]0|\d[Oo]/),
        hasLetterless: texts.some((one) => !/[A-Za-z0-9\p{Script=Han}]/u.test(one)),
      });
    }),
    { numRuns: runs(3000) },
  );
});

test('words that differ in more than that mostly have different hashes', () => {
  const texts = ['alpha', 'beta', '产品', 'ｷﾛ', 'zeta0', 'zetaO'].map((one) => ({ text: one }));
  expect(surveyOf(texts).mayRepeat).toBe(false);
});

test('looks at a list once', () => {
  const words = [{ text: 'one' }];
  expect(surveyOf(words)).toBe(surveyOf(words));
  expect(surveyOf([])).toMatchObject({ mayRepeat: false, isPlain: true, hasHan: false });
});

test('names the hashes that several lists have, and those that one has twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }))), (lists) => {
      const all = lists.flat();
      const twice = new Set(all.filter((one, index) => all.indexOf(one) !== index));
      expect(repeatedHashes(lists.map((one) => Int32Array.from(one)))).toEqual(twice);
    }),
  );
});
