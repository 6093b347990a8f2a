import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedText } from '../../../src/desired/rules/alike/folded-text.js';
import { repeatedHashes, surveyOf } from '../../../src/model/text/survey.js';

const among = (signs: string) =>
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));
const text = fc.oneof(
  among('aAbBzZoO01290- 产品型号'),
  among('aA- \t\u3000ａＡﾊﾟハ゜がか\u3099éÉe\u0301\u200bКк産￼𠮷①1ﬁfi'),
  fc.string({ unit: 'grapheme' }),
);
const list = fc.array(text, { maxLength: 8 }).map((texts) => texts.map((one) => ({ text: one })));

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
    { numRuns: 3000 },
  );
});

test('what it rules out is in none of the texts', () => {
  fc.assert(
    fc.property(list, (words) => {
      const survey = surveyOf(words);
      const texts = words.map((word) => word.text);
      const has = (shape: RegExp) => texts.some((one) => shape.test(one));
      expect(survey.isPlain).toBe(!has(/[^ -~\u4e00-\u9fff]/));
      expect(survey.hasHyphen).toBe(has(/-/));
      if (new Set(texts.map(foldedText)).size < texts.length) expect(survey.mayRepeat).toBe(true);
      if (!survey.isPlain) return;
      expect(survey.hasHan).toBe(has(/\p{Script=Han}/u));
      expect(survey.longest).toBe(
        Math.max(0, ...texts.filter((one) => /[^ -~]/.test(one)).map((one) => one.length)),
      );
      expect(survey.mostSpaces).toBe(Math.max(0, ...texts.map((one) => one.split(' ').length - 1)));
      expect(survey.mayDisguise).toBe(has(/[A-Za-z]0|\d[Oo]/));
    }),
    { numRuns: 3000 },
  );
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
