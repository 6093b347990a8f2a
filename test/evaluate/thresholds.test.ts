import { describe, expect, it } from 'vitest';
import { checkThresholds } from '../../src/evaluate/thresholds.js';
import type { HotwordFigures } from '../../src/model/evaluation/evaluation.js';

const figures = (heard: number, said: number, intruded = 0): { hotwords: HotwordFigures } => ({
  hotwords: { said, heard, intruded, recall: said === 0 ? null : heard / said, precision: null, f1: null },
});
const measured = { isMeasured: true };

describe('a threshold', () => {
  it('is not looked at, where none is set', () => {
    expect(checkThresholds({ min_recall: null, max_false: null }, figures(0, 1, 9), measured)).toEqual([]);
  });

  it.each<[string, number, boolean]>([
    ['is met where it is reached exactly', 9, true],
    ['is met where more is heard', 10, true],
    ['is missed where less is heard', 8, false],
  ])('of recall %s', (_title, heard, met) => {
    expect(checkThresholds({ min_recall: 0.9, max_false: null }, figures(heard, 10), measured)).toEqual([
      { threshold: 'min_recall', limit: 0.9, value: heard / 10, met },
    ]);
  });

  it.each<[string, number, boolean]>([
    ['is met where there are as many', 1, true],
    ['is missed where there are more', 2, false],
  ])('of false words %s', (_title, value, met) => {
    expect(checkThresholds({ min_recall: null, max_false: 1 }, figures(1, 1, value), measured)).toEqual([
      { threshold: 'max_false', limit: 1, value, met },
    ]);
  });

  it('is not met by looking at nothing', () => {
    expect(checkThresholds({ min_recall: 0, max_false: 5 }, figures(0, 0), { isMeasured: false })).toEqual([
      { threshold: 'min_recall', limit: 0, value: null, met: false },
      { threshold: 'max_false', limit: 5, value: null, met: false },
    ]);
  });
});
