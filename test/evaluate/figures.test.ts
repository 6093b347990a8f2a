import { describe, expect, it } from 'vitest';
import { alignClip } from '../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../src/evaluate/clips/judge-clip.js';
import { roundsOf } from '../../src/evaluate/clips/rounds.js';
import { figuresOf, sharesOf } from '../../src/evaluate/figures.js';
import { createFinder } from '../../src/evaluate/words/find-words.js';
import { tallyWords } from '../../src/evaluate/words/tally.js';
import type { HeardClip } from '../../src/model/evaluation/clip.js';
import { clip } from './build.js';

function rounds(...clips: readonly HeardClip[]) {
  const find = createFinder([['阙', '里']]);
  return roundsOf(
    clips.map((heard) => judgeClip(alignClip(heard), find)),
    'with',
  );
}

const figures = (...clips: readonly HeardClip[]) => figuresOf(rounds(...clips).map(({ given }) => given));

describe('the figures of a side', () => {
  it('are recall, precision and F1 by occurrences, beside the errors of all texts', () => {
    expect(figures(clip('阙里阙里', '阙里缺里'), clip('去阙里', '去阙里'), clip('去吧', '阙里吧'))).toEqual({
      hotwords: { said: 3, heard: 2, intruded: 1, recall: 2 / 3, precision: 2 / 3, f1: 2 / 3 },
      text: { errors: 3, length: 9, rate: 1 / 3 },
      biased: { errors: 2, length: 6, rate: 1 / 3 },
      unbiased: { errors: 1, length: 3, rate: 1 / 3 },
    });
  });

  it('are null where there is nothing to divide by', () => {
    expect(figures(clip('你好', '你好')).hotwords).toEqual({
      said: 0,
      heard: 0,
      intruded: 0,
      recall: null,
      precision: null,
      f1: null,
    });
  });

  it('have no precision where nothing was recognised, and an F1 of nothing', () => {
    expect(figures(clip('阙里', '缺里')).hotwords).toMatchObject({ recall: 0, precision: null, f1: 0 });
  });

  it('have no recall where nothing was said, and a precision of nothing', () => {
    expect(figures(clip('缺里', '阙里')).hotwords).toMatchObject({ recall: null, precision: 0, f1: 0 });
  });
});

it('says how much of what was missed was rescued, and how much of what was heard was lost', () => {
  const all = rounds(
    clip('阙里', '缺里', { with: '阙里' }),
    clip('去阙里', '去缺里', { with: '去缺里' }),
    clip('来阙里', '来阙里', { with: '来缺里' }),
  );
  expect(sharesOf(tallyWords(1, all))).toEqual({ rescued: { of: 2, count: 1 }, lost: { of: 1, count: 1 } });
});
