import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/evaluate/words/word-forms.js';
import { given, givenAll } from '../build.js';

describe('words that nobody can tell apart in a text', () => {
  it.each([
    ['in another case', 'Docker', 'docker'],
    ['in another width', 'ＧＰＴ', 'gpt'],
    ['with other punctuation', 'Wi-Fi', 'wi fi'],
    ['with spaces beside Chinese', '阙里 人家', '阙里人家'],
  ])('are one word %s', (_title, one, other) => {
    expect(formsOf(givenAll(one, other))).toHaveLength(1);
  });

  it('are one word in two languages, and have the greater weight', () => {
    const words = [given('dogs', { lang: 'zh', weight: 3 }), given('dogs', { lang: 'en', weight: 5 })];
    expect(formsOf(words).map(({ word }) => [word.lang, word.weight])).toEqual([['en', 5]]);
  });
});

it('keeps words apart of which nothing is left', () => {
  expect(formsOf(givenAll('!!', '??')).map(({ units }) => units)).toEqual([[], []]);
});

it('never takes what is left of a word for one of which nothing is', () => {
  expect(
    formsOf(givenAll('…', 'a'))
      .map(({ normal }) => normal.trim())
      .sort(),
  ).toEqual(['a', '…']);
});

it('is the same in any order of the words', () => {
  const words = [...givenAll('a', 'A', 'b', '阙里'), given('a', { lang: 'en' }), given('B', { weight: 5 })];
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
      expect(formsOf(shuffled)).toEqual(formsOf(words));
    }),
  );
});
