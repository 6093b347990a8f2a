import { describe, expect, it } from 'vitest';
import { account, desired, desiredList, guards, idOf, observedList, word, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const superseded = observedList({
  vocabulary_id: idOf('acmemed', 1),
  target_model: 'fun-asr',
  hotwords: words(20),
});
const retire = { shaping: { retire: true, delete_first: false } };

describe('the guard against losing words', () => {
  it('looks at a list that is retired against all that takes its place', () => {
    const replaced = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('other') });
    const wanted = desired({ lists: [desiredList({ hotwords: words('other') })] });
    const plan = planOf(wanted, account([superseded, replaced]), retire);
    expect(plan.blocked.map(({ rule, address }) => [rule, address])).toEqual([
      ['hotword-loss', 'acmemed@fun-asr'],
    ]);
    const allow = ['hotword-loss=acmemed@fun-asr'];
    expect(planOf(wanted, account([superseded, replaced]), { ...retire, allow }).blocked).toEqual([]);
  });

  it('lets a list be retired whose words live on in the one that takes its place', () => {
    const replaced = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words(20) });
    const wanted = desired({ lists: [desiredList({ hotwords: words(20) })] });
    expect(planOf(wanted, account([superseded, replaced]), retire).blocked).toEqual([]);
  });

  it('counts at its threshold as allowed, and beyond as lost', () => {
    const wanted = (kept: number) =>
      desired({
        lists: [desiredList({ hotwords: words(kept) })],
        guards: { ...guards, max_hotword_loss: 0.5 },
      });
    const state = account([observedList({ hotwords: words(20) })]);
    expect(planOf(wanted(10), state).blocked).toEqual([]);
    expect(planOf(wanted(9), state).blocked.map(({ rule }) => rule)).toEqual(['hotword-loss']);
  });
});

describe('the guard against dropping fields', () => {
  const held = observedList({
    hotwords: [word('ECG', { lang: 'en', extra: { translation: 'x' } }), word('alpha')],
  });

  it('sees them go also where the word changes its lang', () => {
    const wanted = desired({
      lists: [desiredList({ hotwords: [word('ECG', { lang: 'zh' }), word('alpha')] })],
    });
    const [block] = planOf(wanted, account([held])).blocked;
    expect(block).toMatchObject({
      rule: 'drop-fields',
      message: expect.stringContaining('"ECG" (translation)'),
    });
  });

  it('asks nothing where the word itself goes, or keeps them under another lang', () => {
    const gone = desired({ lists: [desiredList({ hotwords: [word('alpha')] })] });
    expect(planOf(gone, account([held])).blocked).toEqual([]);
    const kept = word('ECG', { lang: 'zh', extra: { translation: 'y' } });
    const moved = desired({ lists: [desiredList({ hotwords: [kept, word('alpha')] })] });
    expect(planOf(moved, account([held])).blocked).toEqual([]);
  });
});

describe('an allowance', () => {
  it('lifts exactly what it names', () => {
    const orphans = ['acmex', 'acmey'].map((prefix) => observedList({ vocabulary_id: idOf(prefix, 1) }));
    const state = account([observedList({ hotwords: words(20) }), ...orphans]);
    const wanted = desired({ lists: [desiredList({ hotwords: words('other') })] });
    const rules = (...allow: string[]) => planOf(wanted, state, { allow }).blocked.map(({ rule }) => rule);
    expect(rules()).toEqual(['max-deletes', 'hotword-loss']);
    expect(rules('max-deletes')).toEqual(['hotword-loss']);
    expect(rules('hotword-loss=medical@fun-asr-realtime')).toEqual(['max-deletes']);
    expect(rules('hotword-loss=other@fun-asr-realtime', 'max-deletes=medical@fun-asr-realtime')).toHaveLength(
      2,
    );
  });
});
