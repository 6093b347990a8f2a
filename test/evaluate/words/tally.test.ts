import { describe, expect, it } from 'vitest';
import { alignClip } from '../../../src/evaluate/clips/align-clip.js';
import { judgeClip } from '../../../src/evaluate/clips/judge-clip.js';
import { roundsOf } from '../../../src/evaluate/clips/rounds.js';
import { tokenise } from '../../../src/evaluate/text/tokens.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import { tallyWords } from '../../../src/evaluate/words/tally.js';
import type { HeardClip } from '../../../src/model/evaluation/clip.js';
import { clip } from '../build.js';

const words = ['阙里', '曲阜'];

function tally(...clips: readonly HeardClip[]) {
  const find = createFinder(words.map((word) => tokenise(word).units));
  const judged = clips.map((heard) => judgeClip(alignClip(heard), find));
  return tallyWords(words.length, roundsOf(judged, 'with'));
}

describe('what became of a word', () => {
  it('is counted by occurrences, over all clips', () => {
    const [first, second] = tally(
      clip('阙里阙里', '缺里缺里', { with: '阙里缺里', name: 'a' }),
      clip('曲阜', '曲阜', { with: '取阜', name: 'b' }),
      clip('去年', '阙里', { with: '曲阜', name: 'c' }),
    );
    expect(first).toEqual({
      said: 2,
      rescued: 1,
      lost: 0,
      without: { heard: 0, intruded: 1 },
      given: { heard: 1, intruded: 0 },
      brought: 0,
      clips: { said: ['a'], missed: ['a'], rescued: ['a'], lost: [], intruded: [] },
    });
    expect(second).toEqual({
      said: 1,
      rescued: 0,
      lost: 1,
      without: { heard: 1, intruded: 0 },
      given: { heard: 0, intruded: 1 },
      brought: 1,
      clips: { said: ['b'], missed: ['b'], rescued: [], lost: ['b'], intruded: ['c'] },
    });
  });

  it('is counted for each repeat', () => {
    const [first] = tally(
      clip('阙里', ['缺里', '阙里', '缺里'], { with: ['阙里', '阙里', '缺里'], name: 'a' }),
    );
    expect(first).toMatchObject({ said: 3, without: { heard: 1 }, given: { heard: 2 }, rescued: 1, lost: 0 });
  });

  it('is told of each occurrence, so that one gained does not hide one lost', () => {
    const [first] = tally(clip('阙里和阙里', '阙里和缺里', { with: '缺里和阙里' }));
    expect(first).toMatchObject({ without: { heard: 1 }, given: { heard: 1 }, rescued: 1, lost: 1 });
  });

  it('is told clip by clip, where it is false: one clip less does not hide one more', () => {
    const [first] = tally(
      clip('去年', ['阙里', '去年'], { with: ['去年', '去年'], name: 'a' }),
      clip('今年', ['今年', '今年'], { with: ['阙里', '今年'], name: 'b' }),
      clip('明年', ['阙里', '明年'], { with: ['明年', '阙里'], name: 'c' }),
    );
    expect(first).toMatchObject({ without: { intruded: 2 }, given: { intruded: 2 }, brought: 1 });
  });

  it('names a clip that the manifest has twice once', () => {
    const twice = clip('阙里', '缺里', { with: '阙里' });
    const [first] = tally(twice, twice);
    expect(first).toMatchObject({
      said: 2,
      rescued: 2,
      clips: { said: ['阙里.wav'], rescued: ['阙里.wav'] },
    });
  });

  it('is nothing where no clip has it', () => {
    const [, second] = tally(clip('你好', '你好'));
    expect(second).toMatchObject({ said: 0, without: { heard: 0, intruded: 0 }, clips: { said: [] } });
  });
});
