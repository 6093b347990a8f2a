import { describe, expect, it } from 'vitest';
import { alignClip } from '../../src/evaluate/clips/align-clip.js';
import { compareWithEarlier } from '../../src/evaluate/regressions.js';
import type { HeardClip } from '../../src/model/evaluation/clip.js';
import type { EarlierClip } from '../../src/model/evaluation/earlier.js';
import { clip, earlierClip } from './build.js';

function compare(clips: readonly EarlierClip[], now: readonly HeardClip[]) {
  return compareWithEarlier({ file: 'before.json', clips }, now.map(alignClip));
}

const missed = clip('去阙里', '去阙里', { with: '去缺里' });

describe('a regression', () => {
  it('is a word that was heard and is not any more', () => {
    expect(compare([earlierClip('去阙里', { 阙里: [1, 1] })], [missed])).toEqual({
      file: 'before.json',
      regressions: [
        { word: '阙里', clips: ['去阙里.wav'], before: { heard: 1, said: 1 }, now: { heard: 0, said: 1 } },
      ],
      incomparable: 0,
    });
  });

  it('is told by shares, where the repeats are not as many', () => {
    const now = clip('去阙里', '', { with: ['去阙里', '去缺里'] });
    const better = [earlierClip('去阙里', { 阙里: [3, 3] })];
    const worse = [earlierClip('去阙里', { 阙里: [1, 3] })];
    const equal = [earlierClip('去阙里', { 阙里: [2, 4] })];
    expect([better, worse, equal].map((before) => compare(before, [now]).regressions.length)).toEqual([
      1, 0, 0,
    ]);
  });

  it('is none, where as much is heard of a word in all clips together', () => {
    const before = [earlierClip('去阙里', { 阙里: [1, 1] }), earlierClip('来阙里', { 阙里: [0, 1] })];
    expect(compare(before, [missed, clip('来阙里', '来阙里')]).regressions).toEqual([]);
  });

  it('names only the clips in which less is heard', () => {
    const before = [earlierClip('去阙里', { 阙里: [1, 1] }), earlierClip('来阙里', { 阙里: [1, 1] })];
    expect(compare(before, [missed, clip('来阙里', '来阙里')]).regressions).toMatchObject([
      { clips: ['去阙里.wav'], before: { heard: 2, said: 2 }, now: { heard: 1, said: 2 } },
    ]);
  });

  it('is none of a word that was never heard', () => {
    expect(compare([earlierClip('去阙里', { 阙里: [0, 1] })], [missed]).regressions).toEqual([]);
  });

  it('comes with the worst first', () => {
    const before = [earlierClip('去阙里', { 阙里: [1, 1] }), earlierClip('看a和b', { a: [4, 4], b: [4, 4] })];
    const now = clip('看a和b', '', { with: ['看a和c', '看b和b', '看a和b', '看a和b'] });
    expect(compare(before, [missed, now]).regressions.map(({ word }) => word)).toEqual(['阙里', 'a', 'b']);
  });

  it('can be of a word with a hostile name', () => {
    const before = [earlierClip('call constructor now', { constructor: [1, 1] as const, missing: [1, 1] })];
    const now = clip('call constructor now', '', { with: 'call now' });
    expect(compare(before, [now]).regressions.map(({ word }) => word)).toEqual(['constructor']);
  });
});

describe('a clip is comparable', () => {
  it('only with the same name and text', () => {
    const before = [
      earlierClip('去阙里', { 阙里: [1, 1] }, { name: 'other.wav' }),
      earlierClip('去阙里', { 阙里: [1, 1] }, { text: '去阙里吧' }),
      earlierClip('去阙里', { 阙里: [1, 1] }),
    ];
    const { regressions, incomparable } = compare(before, [missed]);
    expect([regressions.map((one) => one.before.said), incomparable]).toEqual([[1], 2]);
  });

  it('as often as it is there', () => {
    const before = [earlierClip('去阙里', { 阙里: [1, 1] }), earlierClip('去阙里', { 阙里: [1, 1] })];
    expect(compare(before, [missed]).incomparable).toBe(1);
    expect(compare(before, [missed, missed])).toMatchObject({
      incomparable: 0,
      regressions: [{ clips: ['去阙里.wav'], before: { said: 2 }, now: { said: 2 } }],
    });
  });
});
