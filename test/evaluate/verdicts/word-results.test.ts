import { describe, expect, it } from 'vitest';
import { judgeWords, type TalliedWords } from '../../../src/evaluate/verdicts/word-results.js';
import type { Tally } from '../../../src/evaluate/words/tally.js';
import { formsOf } from '../../../src/evaluate/words/word-forms.js';
import { delivery, given } from '../build.js';

const surroundings = { delivery, hasNoEffect: false, isNothingHeard: false, isInFailed: () => false };
const clips = { said: [], missed: [], rescued: [], lost: [], intruded: [] };

/** How often said, heard without, heard with, false with. */
function tally([said, without, after, intruded = 0]: readonly number[]): Tally {
  return {
    said: said ?? 0,
    without: { heard: without ?? 0, intruded: 0 },
    given: { heard: after ?? 0, intruded },
    brought: intruded,
    rescued: 0,
    lost: 0,
    clips,
  };
}

function words(counts: Readonly<Record<string, readonly number[]>>): TalliedWords {
  const forms = formsOf(Object.keys(counts).map((text) => given(text)));
  return { forms, tallies: forms.map(({ word }) => tally(counts[word.text] ?? [])) };
}

describe('words come with the worst first', () => {
  it('by their verdicts', () => {
    const today = words({
      silent: [0, 0, 0],
      needless: [1, 1, 1],
      useful: [1, 0, 1],
      idle: [1, 0, 0],
      wrong: [1, 0, 1, 1],
    });
    expect(judgeWords(today, null, surroundings).map(({ verdict }) => verdict)).toEqual([
      'harmful',
      'no_effect',
      'works',
      'not_needed',
      'not_spoken',
    ]);
  });

  it('among these, by how often it goes wrong, how often they are said, and by name', () => {
    const today = words({
      d: [9, 8, 9, 1],
      c: [1, 0, 1, 3],
      b: [4, 0, 1],
      a: [3, 0, 1],
      f: [2, 0, 2],
      e: [2, 0, 2],
      g: [3, 0, 3],
    });
    expect(
      judgeWords(today, null, surroundings)
        .map(({ word }) => word.text)
        .join(''),
    ).toBe('cdbagef');
  });
});

describe('a word', () => {
  it('that is given today and planned is judged by what it does today', () => {
    const planned = { ...words({ 阙里: [1, 0, 1] }), today: [tally([1, 0, 0])] };
    expect(judgeWords(words({ 阙里: [1, 0, 0] }), planned, surroundings)).toMatchObject([
      { with: { heard: 0 }, planned: { heard: 1 }, verdict: 'no_effect', advice: { kind: 'raise_weight' } },
    ]);
  });

  it('is planned also in another case', () => {
    const planned = { ...words({ DOCKER: [1, 0, 1] }), today: [tally([1, 0, 0])] };
    expect(judgeWords(words({ docker: [1, 0, 0] }), planned, surroundings)).toMatchObject([
      { word: { text: 'docker' }, planned: { heard: 1 } },
    ]);
  });

  it('that is only planned is judged by the plan, and tells what today’s words make of it', () => {
    const planned = { ...words({ 曲阜: [2, 0, 2] }), today: [tally([2, 0, 1])] };
    expect(judgeWords(words({}), planned, surroundings)).toMatchObject([
      { word: { text: '曲阜' }, said: 2, with: { heard: 1 }, planned: { heard: 2 }, verdict: 'works' },
    ]);
  });

  it('that is not planned any more has nothing of a plan', () => {
    const planned = { ...words({}), today: [] };
    expect(judgeWords(words({ 阙里: [1, 0, 1] }), planned, surroundings)).toMatchObject([{ planned: null }]);
  });
});

it('blames the list for words that it has, and not for words that are only planned', () => {
  const planned = { ...words({ 曲阜: [1, 0, 0] }), today: [tally([1, 0, 0])] };
  const results = judgeWords(words({ 阙里: [1, 0, 0] }), planned, { ...surroundings, hasNoEffect: true });
  expect(Object.fromEntries(results.map(({ word, advice }) => [word.text, advice?.kind]))).toEqual({
    阙里: 'see_list',
    曲阜: 'raise_weight',
  });
});
