import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VerdictCounts, verdictOf } from '../../../src/evaluate/verdicts/verdict.js';
import type { Verdict } from '../../../src/model/evaluation/evaluation.js';

/** How often said; heard and false without; heard and false with. */
function counts(
  said: number,
  without: readonly [number, number],
  given: readonly [number, number],
): VerdictCounts {
  return {
    said,
    without: { heard: without[0], intruded: without[1] },
    given: { heard: given[0], intruded: given[1] },
    brought: Math.max(0, given[1] - without[1]),
  };
}

describe('a word', () => {
  it.each<[Verdict, string, VerdictCounts]>([
    ['works', 'that is heard with it', counts(2, [0, 0], [2, 0])],
    ['works', 'that is heard more often with it', counts(3, [1, 0], [2, 0])],
    ['works', 'that is false as often without it', counts(2, [0, 1], [2, 1])],
    ['not_needed', 'that is always heard without it', counts(2, [2, 0], [2, 0])],
    ['no_effect', 'that is missed with it as without', counts(2, [0, 0], [0, 0])],
    ['no_effect', 'that is missed with it as often as without', counts(2, [1, 0], [1, 0])],
    ['harmful', 'that is false with it', counts(2, [0, 0], [2, 1])],
    ['harmful', 'that is false more often with it', counts(2, [0, 1], [2, 2])],
    ['harmful', 'that is heard less often with it', counts(2, [2, 0], [1, 0])],
    ['harmful', 'that is false and nobody says', counts(0, [0, 0], [0, 1])],
    ['not_spoken', 'that nobody says', counts(0, [0, 0], [0, 0])],
    ['not_spoken', 'that nobody says, and is false without it', counts(0, [0, 1], [0, 1])],
  ])('is %s %s', (verdict, _why, judged) => {
    expect(verdictOf(judged)).toBe(verdict);
  });
});

it('is harmful where it is false in one clip more, though it is false in another less', () => {
  expect(verdictOf({ ...counts(1, [0, 2], [1, 1]), brought: 1 })).toBe('harmful');
});

it('is never called useful where less is right with it', () => {
  const few = fc.nat({ max: 3 });
  fc.assert(
    fc.property(fc.tuple(few, few, few, few, few), ([missed, before, after, wrong, wrongWith]) => {
      const judged = counts(missed + Math.max(before, after), [before, wrong], [after, wrongWith]);
      const isWorse = after < before || wrongWith > wrong;
      expect(verdictOf(judged) === 'harmful').toBe(isWorse);
    }),
  );
});
