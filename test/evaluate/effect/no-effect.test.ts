import { describe, expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { roundsOf } from '../../../src/evaluate/clips/rounds.js';
import { findNoEffect } from '../../../src/evaluate/effect/no-effect.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import type { HeardClip } from '../../../src/model/evaluation/clip.js';
import type { ListFacts } from '../../../src/model/evaluation/evaluation.js';
import { clip, delivery, givenAll } from '../build.js';

const rounds = (heard: HeardClip) => roundsOf([judgeClip(alignClip(heard), createFinder([]))], 'with');
const same = rounds(clip('去阙里', '去缺里', { with: '去，缺里。' }));
const different = rounds(clip('去阙里', '去缺里', { with: '取缺里' }));

const paired = { delivery, words: givenAll('阙里') };
const withList = (fields: Partial<ListFacts>) => ({
  ...paired,
  delivery: { ...delivery, list: { ...delivery.list!, ...fields } },
});

describe('words as a whole have no effect', () => {
  it('when what was missed is missed with them, and no text differs once normalised', () => {
    expect(findNoEffect({ of: 2, count: 0 }, same, paired)).toMatchObject({ missed: 2 });
  });

  it('when a cause is certain, though texts differ by themselves', () => {
    const found = findNoEffect({ of: 2, count: 0 }, different, withList({ target_model: 'fun-asr' }));
    expect(found?.checks.filter(({ outcome }) => outcome === 'cause').map(({ check }) => check)).toEqual([
      'pairing',
    ]);
  });
});

describe('words as a whole may have an effect', () => {
  it('when any was rescued', () => {
    expect(findNoEffect({ of: 2, count: 1 }, same, withList({ target_model: 'fun-asr' }))).toBeNull();
  });

  it('when nothing was missed', () => {
    expect(findNoEffect({ of: 0, count: 0 }, same, withList({ target_model: 'fun-asr' }))).toBeNull();
  });

  it('when a text differs and no cause is known: all weights may be too low', () => {
    expect(findNoEffect({ of: 2, count: 0 }, different, paired)).toBeNull();
  });

  it('when a text differs and the list was updated just now, which need not be the cause', () => {
    expect(findNoEffect({ of: 2, count: 0 }, different, withList({ age_ms: 1000 }))).toBeNull();
  });
});
