import { describe, expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { clipResult, type Judgement } from '../../../src/evaluate/clips/clip-result.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import { formsOf } from '../../../src/evaluate/words/word-forms.js';
import type { HeardClip } from '../../../src/model/evaluation/clip.js';
import { clip, givenAll } from '../build.js';

function judgement(heard: HeardClip, ...words: readonly string[]): Judgement {
  const forms = formsOf(givenAll(...words));
  return { forms, judged: judgeClip(alignClip(heard), createFinder(forms.map(({ units }) => units))) };
}

describe('the result of a clip', () => {
  it('marks each side by the words that it had', () => {
    const heard = clip('阙里曲阜', '阙里取阜', { with: '阙里取阜', planned: '阙里曲阜' });
    const result = clipResult(judgement(heard, '阙里'), judgement(heard, '曲阜'));
    const words = [result.reference, ...result.without, ...result.with, ...(result.planned ?? [])].map(
      ({ marks }) => marks.map(({ word, kind }) => `${word} ${kind}`),
    );
    expect(words).toEqual([['阙里 heard'], ['阙里 heard'], ['阙里 heard'], ['曲阜 heard']]);
  });

  it('adds up the errors of all repeats', () => {
    const heard = clip('你好', ['你号', '泥号'], { with: ['你好', '你好'] });
    expect(clipResult(judgement(heard), null).errors).toEqual({
      without: { errors: 3, length: 4, rate: 0.75 },
      with: { errors: 0, length: 4, rate: 0 },
      planned: null,
    });
  });

  it('has no rate where nothing was said', () => {
    expect(clipResult(judgement(clip('…', '嗯')), null).errors.with).toEqual({
      errors: 1,
      length: 0,
      rate: null,
    });
  });

  it('has nothing planned where only one of clip and words has it', () => {
    const tried = clip('你好', '你好', { planned: '你好' });
    const untried = clip('你好', '你好');
    expect(clipResult(judgement(tried), null)).toMatchObject({ planned: null, errors: { planned: null } });
    expect(clipResult(judgement(untried), judgement(untried))).toMatchObject({ planned: null });
  });

  it('names the sides on which repeats say different things', () => {
    const heard = clip('你好', ['你好', '你号'], { with: ['你好', '你 好。'], planned: ['泥', '你'] });
    expect(clipResult(judgement(heard), judgement(heard)).unstable).toEqual(['without', 'planned']);
    expect(clipResult(judgement(heard), null).unstable).toEqual(['without']);
  });
});
