import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorRates, sumRates, textErrors } from '../../src/evaluate/error-rates.js';
import { align } from '../../src/evaluate/text/align.js';
import { tokenise } from '../../src/evaluate/text/tokens.js';
import { createFinder } from '../../src/evaluate/words/find-words.js';
import { hearWords } from '../../src/evaluate/words/hear-words.js';

/** Errors of length: of the whole text, at the words, and at everything else. */
function rates(reference: string, result: string, words: readonly string[]) {
  const find = createFinder(words.map((word) => tokenise(word).units));
  const [said, heard] = [tokenise(reference).units, tokenise(result).units];
  const alignment = align(said, heard);
  const { text, biased, unbiased } = errorRates(hearWords(find(said), find(heard), { alignment }), {
    alignment,
  });
  return [text, biased, unbiased].map(({ errors, length }) => `${errors}/${length}`);
}

describe('an error belongs', () => {
  it.each<[string, string, string, string[]]>([
    ['to nobody, where there is none', 'call alpha now', 'call alpha now', ['0/3', '0/1', '0/2']],
    ['to the word that was replaced', 'call alpha now', 'call alfa now', ['1/3', '1/1', '0/2']],
    [
      'to what was replaced, also by a word of the list',
      'call ten now',
      'call alpha now',
      ['1/3', '0/0', '1/3'],
    ],
    ['to the word that was left out', 'call alpha now', 'call now', ['1/3', '1/1', '0/2']],
    ['to what was left out', 'call alpha now', 'alpha now', ['1/3', '0/1', '1/2']],
    ['to the word that was put in', 'call now', 'call alpha now', ['1/2', '1/0', '0/2']],
    ['to what was put in', 'call now', 'call him now', ['1/2', '0/0', '1/2']],
    ['to each character of a word that is wrong', '去阙里人家', '去缺里仁家', ['2/5', '2/4', '0/1']],
    ['to each character of a word put in', '去吧', '去阙里吧', ['2/2', '2/0', '0/2']],
    ['to all that was said, where nothing was heard', '去阙里', '', ['3/3', '2/2', '1/1']],
    ['to all that was heard, where nothing was said', '', '去阙里', ['3/0', '2/0', '1/0']],
  ])('%s', (_title, ...[reference, result, expected]) => {
    expect(rates(reference, result, ['alpha', '阙里', '阙里人家'])).toEqual(expected);
  });
});

it('has the rates that the published scorer has', () => {
  // Worked by hand as is21_deep_bias/score.py does it: two words replaced, one of them of the list; one of the list put in.
  const reference = 'the nile flows past luxor to the sea';
  const result = 'the nile flows passed lucks or to the nile sea';
  expect(rates(reference, result, ['nile', 'luxor'])).toEqual(['4/8', '2/2', '2/6']);
});

it('has no rate where there is nothing to divide by', () => {
  expect(sumRates([])).toEqual({ errors: 0, length: 0, rate: null });
});

it('sums errors and lengths, and no rates', () => {
  const all = [
    { errors: 1, length: 1, rate: 1 },
    { errors: 0, length: 9, rate: 0 },
  ];
  expect(sumRates(all)).toEqual({ errors: 1, length: 10, rate: 0.1 });
});

const anyUnits = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 15 });
const anyWords = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }), {
  maxLength: 5,
});

it('adds up: what is at the words and what is not is the whole', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, anyWords, (reference, result, words) => {
      const find = createFinder(words);
      const alignment = align(reference, result);
      const trial = hearWords(find(reference), find(result), { alignment });
      const { text, biased, unbiased } = errorRates(trial, { alignment });
      expect([biased.errors + unbiased.errors, biased.length + unbiased.length]).toEqual([
        text.errors,
        text.length,
      ]);
      expect(text).toEqual(textErrors({ alignment }));
      expect(text.length).toBe(reference.length);
      expect(text.errors).toBeLessThanOrEqual(Math.max(reference.length, result.length));
      expect(text.errors).toBeGreaterThanOrEqual(Math.abs(reference.length - result.length));
    }),
  );
});
