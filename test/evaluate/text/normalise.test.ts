import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/evaluate/text/normalise.js';
import { grapheme } from '../../support/any-text.js';

const normal = (text: string) => normalise(text).text;

describe('two texts that say the same are the same', () => {
  it.each([
    ['in another case', 'Kubernetes', 'KUBERNETES'],
    ['in another width', 'ＧＰＴ４', 'gpt4'],
    ['in half-width kana with sound marks', 'ｶﾞｿﾘﾝ', 'ガソリン'],
    ['with Korean written letter by letter', '\u1112\u1161\u11ab글', '한글'],
    ['with an accent as a mark of its own', 'cafe\u0301', 'CAFÉ'],
    ['with a sharp s in any form', 'Straße', 'STRASSE'],
    ['with a capital sharp s', 'STRAẞE', 'strasse'],
    ['with any of the small sigmas', 'ΟΔΟΣ', 'οδος'],
    ['with punctuation of either script', '你好，世界。', '你好世界'],
    ['with a hyphen or a space', 'e-mail, please!', 'E mail please'],
    ['with any apostrophe in a word or none', 'don’t', "don't"],
    ['without the apostrophe', "don't", 'dont'],
    ['with a modifier apostrophe', 'donʼt', "don't"],
    ['with a letter that has its apostrophe in it', 'ŉ', "'n"],
    ['with quotes around a word', "'quoted' word", 'quoted word'],
    ['with spaces beside Chinese characters', '用 iPhone 拍 照', '用iPhone拍照'],
    ['with ideographic spaces', '　你　好　', '你好'],
    ['with several spaces, tabs and line ends', ' a \t b\r\nc ', 'a b c'],
    ['with what nobody sees in it', '\ufeffhy\u00adphen\u200b', 'hyphen'],
    ['with a joiner between a letter and its accent', 'e\u200d\u0301', 'é'],
    ['with ligatures', 'eﬃcient', 'efficient'],
  ])('%s', (_title, one, other) => {
    expect(normal(one)).toBe(normal(other));
  });
});

describe('two texts stay different', () => {
  it.each([
    ['when one number is in digits', '三', '3'],
    ['in simplified and traditional characters', '国', '國'],
    ['when a point is all that tells numbers apart', '3.5', '35'],
    ['when a comma parts two words', 'a,b', 'ab'],
    ['with and without an accent', 'resume', 'résumé'],
    ['with and without a symbol', 'C++', 'C'],
    ['with a dotless i of Turkish', 'sık', 'sik'],
    ['with and without a space between Latin words', 'data base', 'database'],
  ])('%s', (_title, one, other) => {
    expect(normal(one)).not.toBe(normal(other));
  });
});

it('leaves nothing of punctuation, and of nothing', () => {
  expect(['', '。、！', ' \u200b ', "'"].map(normal)).toEqual(['', '', '', '']);
});

it('says where each unit came from in the original', () => {
  const original = '“㈱ Ｂ 👍 ｶﾞ';
  const { text, starts, ends } = normalise(original);
  expect(text).toBe('株b 👍ガ');
  const origins = starts.map((start, unit) => original.slice(start, ends[unit]));
  expect(origins).toEqual(['㈱', 'Ｂ', ' ', '👍', '👍', 'ｶﾞ']);
});

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'B', ' ', '中', '，', 'ー', "'", 'ﾞ', 'é', '\u0301', '\u200d', 'ß'),
    fc.string({ minLength: 1, maxLength: 1, unit: grapheme }),
  ),
});

it('changes nothing when it is done again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normal(text);
      expect(normal(once)).toBe(once);
    }),
  );
});

it('has an origin for every unit, in the order of the original', () => {
  fc.assert(
    fc.property(anyText, (original) => {
      const { text, starts, ends } = normalise(original);
      expect([starts.length, ends.length]).toEqual([text.length, text.length]);
      for (const [unit, start] of starts.entries()) {
        const end = ends[unit] ?? -1;
        expect(start < end && end <= original.length).toBe(true);
        expect(start).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
      }
    }),
  );
});
