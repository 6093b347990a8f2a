import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/hear/cost.js';
import { give, givenNothing } from '../../src/hear/given.js';
import { type Hearing, recognitionsOf } from '../../src/hear/recognitions.js';
import { observedList, word } from '../support/build.js';
import { hearable, hearing } from './build.js';

function keysOf(...hearings: readonly Hearing[]): string[] {
  return recognitionsOf(hearings, 'here').map(({ key }) => key);
}

function withList(fields: Parameters<typeof observedList>[0] = {}, settled = true): Hearing {
  const list = { ...observedList(fields), settled };
  const given = give({ list, absent: [], instant: null, vocabularies: [] });
  return hearing({ given: new Map([['with', given]]) });
}

describe('what is recognised', () => {
  it('is each clip on each side', () => {
    expect(keysOf(hearing({ clips: [hearable('a.wav'), hearable('b.wav')] }))).toHaveLength(4);
  });

  it('is recognised once without hotwords for two evaluations of the same clips and model', () => {
    const other = hearing({
      given: new Map([
        ['without', givenNothing],
        [
          'with',
          { sent: { vocabulary_id: 'vocab-other', vocabulary: null }, effect: 'of another', settled: true },
        ],
      ]),
    });
    expect(keysOf(hearing(), other)).toHaveLength(3);
    expect(keysOf(hearing(), { ...other, model: 'fun-asr-realtime' })).toHaveLength(4);
    expect(keysOf(hearing(), { ...other, language_hints: ['zh'] })).toHaveLength(4);
  });

  it('is as often as the one wants it who wants it most', () => {
    expect(keysOf(hearing({ repeat: 2 }), hearing({ repeat: 3 }))).toHaveLength(6);
  });

  it('is one thing where a list is missing: nothing is sent on either side', () => {
    const given = give({ list: null, absent: [word('alpha')], instant: null, vocabularies: [] });
    const sides = new Map([
      ['without', givenNothing],
      ['with', given],
    ] as const);
    expect(keysOf(hearing({ given: sides }))).toHaveLength(1);
    expect(given.words.map(({ text }) => text)).toEqual(['alpha']);
  });

  it.each([
    ['another word', withList({ hotwords: [word('gamma')] })],
    ['another weight', withList({ hotwords: [word('alpha', { weight: 5 }), word('beta')] })],
    ['another lang', withList({ hotwords: [word('alpha', { lang: 'en' }), word('beta')] })],
    ['another status', withList({ status: 'FAILED' })],
    ['a later update', withList({ gmt_modified: '2026-11-02 10:00:00' })],
    ['an update that has not settled', withList({}, false)],
  ])('is asked anew for a list with %s', (_what, changed) => {
    expect(keysOf(withList())).toEqual(keysOf(withList()));
    expect(keysOf(changed)).not.toEqual(keysOf(withList()));
  });

  it('is asked anew under another URL by a model that takes URLs, and by no other', () => {
    const at = (address: string, model: string) =>
      keysOf(hearing({ model, clips: [hearable('a.wav', { address })] }));
    expect(at('https://x.example/1', 'fun-asr')).not.toEqual(at('https://x.example/2', 'fun-asr'));
    expect(at('https://x.example/1', 'fun-asr-realtime')).toEqual(
      at('https://x.example/2', 'fun-asr-realtime'),
    );
  });

  it('is asked anew of somebody else', () => {
    const [here] = recognitionsOf([hearing()], 'here');
    const [there] = recognitionsOf([hearing()], 'there');
    expect(here?.key).not.toBe(there?.key);
  });
});

describe('what it takes', () => {
  it('is counted in recognitions and audio, less what is known', () => {
    const clips = [hearable('a.wav'), hearable('b.wav', { duration_ms: 3000 })];
    const all = recognitionsOf([hearing({ clips, repeat: 2 })], 'here');
    const known = new Map([[all[0]?.key ?? '', 'known']]);
    expect(costOf(all, new Map())).toEqual({
      sent: 8,
      kept: 0,
      clips: 2,
      sent_ms: 20_000,
      unmeasured: 0,
      unsettled: 0,
    });
    expect(costOf(all, known)).toEqual({
      sent: 7,
      kept: 1,
      clips: 2,
      sent_ms: 18_000,
      unmeasured: 0,
      unsettled: 0,
    });
  });

  it('names the clips of which nobody can tell how long they are', () => {
    const all = recognitionsOf([hearing({ clips: [hearable('a.mp3', { duration_ms: null })] })], 'here');
    expect(costOf(all, new Map())).toMatchObject({ sent: 2, clips: 1, sent_ms: 0, unmeasured: 1 });
  });

  it('tells how many are asked with a list that may not be in effect yet, and are asked again', () => {
    const all = recognitionsOf([withList({}, false)], 'here');
    expect(costOf(all, new Map())).toMatchObject({ sent: 1, unsettled: 1 });
    expect(costOf(recognitionsOf([withList()], 'here'), new Map())).toMatchObject({ sent: 1, unsettled: 0 });
    expect(costOf(all, new Map(all.map(({ key }) => [key, 'known'])))).toMatchObject({ unsettled: 0 });
  });

  it('is nothing where all is known', () => {
    const all = recognitionsOf([hearing()], 'here');
    const known = new Map(all.map(({ key }) => [key, 'known']));
    expect(costOf(all, known)).toEqual({
      sent: 0,
      kept: 2,
      clips: 0,
      sent_ms: 0,
      unmeasured: 0,
      unsettled: 0,
    });
  });
});
