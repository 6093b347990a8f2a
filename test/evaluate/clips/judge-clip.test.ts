import { expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import { clip } from '../build.js';

const find = createFinder([['阙', '里']]);

it('judges each text by the words that it is given', () => {
  const { said, texts } = judgeClip(
    alignClip(clip('去阙里', ['去缺里', '去阙里'], { with: '去阙里', planned: '缺里' })),
    find,
  );
  expect(said).toEqual([{ word: 0, start: 1, end: 3 }]);
  expect(texts.without?.map(({ trial }) => trial.heard)).toEqual([[false], [true]]);
  expect(texts.with?.map(({ rates }) => rates.text.errors)).toEqual([0]);
  expect(texts.planned?.map(({ rates }) => [rates.biased.errors, rates.unbiased.errors])).toEqual([[1, 1]]);
});

it('has nothing of a side that was not tried', () => {
  expect(judgeClip(alignClip(clip('去阙里', '去缺里')), find).texts.planned).toBeNull();
});
