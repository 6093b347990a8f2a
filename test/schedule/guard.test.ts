import { describe, expect, it } from 'vitest';
import type { ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, guards, idOf, observedList, word, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

/** What `--allow` is said to have done. */
function saidOf(plan: Plan) {
  return plan.diagnostics
    .filter(({ rule }) => rule === 'guard-lifted' || rule === 'allowance-unused')
    .map(({ severity, rule, message, hint }) => ({ severity, rule, message, hint }));
}

const superseded = observedList({
  vocabulary_id: idOf('acmemed', 1),
  target_model: 'fun-asr',
  hotwords: words(20),
});
const retire = { shaping: { retire: true, delete_first: false } };

const orphan = (serial: number, fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf(`acmeold${serial}`, serial), ...fields });

const medical = 'medical@fun-asr-realtime';
const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });

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

  it('names the first five in the order of the words, and counts the others', () => {
    const texts = ['f', 'e', 'd', 'c', 'b', 'a'];
    const blockOf = (count: number) => {
      const some = texts.slice(-count);
      const with_fields = some.map((text) => word(text, { extra: { translation: 'x' } }));
      const wanted = desired({ lists: [desiredList({ hotwords: words('a', ...some.slice(0, -1)) })] });
      return planOf(wanted, account([observedList({ hotwords: with_fields })])).blocked[0];
    };
    const five =
      '"a" (translation), "b" (translation), "c" (translation), "d" (translation), "e" (translation)';
    const would = `updating ${medical} would drop fields that the account holds and the YAML does not: `;
    expect(blockOf(5)).toEqual({
      rule: 'drop-fields',
      address: medical,
      message: would + five,
      hints: [`write them as \`extra: { … }\` of the hotword, or add \`--allow drop-fields=${medical}\``],
    });
    expect(blockOf(6)?.message).toBe(`${would}${five} and 1 more`);
  });

  it('asks nothing of a list that goes, nor of one that comes', () => {
    const stray = { ...held, vocabulary_id: idOf('acmeold', 1), prefix: 'acmeold' };
    expect(planOf(desired(), account([stray])).blocked).toEqual([]);
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

describe('what --allow is said to have done', () => {
  const state = account([observedList({ hotwords: words(20) })]);
  const wanted = desired({ lists: [desiredList({ hotwords: words('other') })] });
  const flag = `hotword-loss=${medical}`;

  it('is the guard that it lifts, with what that holds back', () => {
    const [block] = planOf(wanted, state).blocked;
    expect(saidOf(planOf(wanted, state, { allow: [flag] }))).toEqual([
      {
        severity: 'warning',
        rule: 'guard-lifted',
        message: `--allow ${flag} lifts a guard: ${block?.message}`,
        hint: null,
      },
    ]);
  });

  it('is nothing, once, where no guard holds that back, and no word of a guard that still does', () => {
    const unused = 'drop-fields=other@m';
    expect(saidOf(planOf(wanted, state, { allow: [unused, unused] }))).toEqual([
      {
        severity: 'warning',
        rule: 'allowance-unused',
        message: `--allow ${unused} lifts nothing: no guard holds that back`,
        hint: 'leave it out, or correct the address',
      },
    ]);
    expect(saidOf(planOf(wanted, state))).toEqual([]);
  });
});

describe('the guards', () => {
  it('hold back more orphans than max_deletes, until they are allowed', () => {
    const state = account([orphan(1), orphan(2)]);
    const wanted = desired({ lists: [] });
    expect(planOf(wanted, state).blocked).toEqual([
      {
        rule: 'max-deletes',
        address: null,
        message:
          '2 orphans would be deleted (acmeold1@fun-asr-realtime, acmeold2@fun-asr-realtime); guards.max_deletes is 1',
        hints: [
          'check that each may go, then add `--allow max-deletes`; or name their prefixes under `removed`',
        ],
      },
    ]);
    expect(planOf(wanted, state, { allow: ['max-deletes'] }).blocked).toEqual([]);
  });

  it('do not count orphans that are kept', () => {
    const kept = planOf(desired({ lists: [], prune: false }), account([orphan(1), orphan(2)]));
    expect(kept.blocked).toEqual([]);
  });

  it('do not count duplicates, removed or retired lists as orphans', () => {
    const duplicates = [2, 3].map((serial) => observedList({ vocabulary_id: idOf('acmemed', serial) }));
    const gone = [4, 5].map((serial) => observedList({ vocabulary_id: idOf('acmegone', serial) }));
    const wanted = desired({ removed: ['acmegone'] });
    const plan = planOf(wanted, account([observedList(), old, ...duplicates, ...gone]), {
      shaping: { retire: true },
    });
    expect(plan.steps.filter(({ op }) => op === 'delete')).toHaveLength(5);
    expect(plan.blocked).toEqual([]);
  });

  it('hold back an update that loses more than the share, until this address is allowed', () => {
    const wanted = desired({ lists: [desiredList({ hotwords: words(4) })] });
    const state = account([observedList({ hotwords: words(10) })]);
    expect(planOf(wanted, state).blocked).toMatchObject([
      { rule: 'hotword-loss', address: medical, message: expect.stringContaining('6 of 10 words (60%)') },
    ]);
    expect(planOf(wanted, state, { allow: ['hotword-loss=other@x'] }).blocked).toHaveLength(1);
    expect(planOf(wanted, state, { allow: [`hotword-loss=${medical}`] }).blocked).toEqual([]);
  });

  it('let exactly the share go, and any share of fewer than ten words', () => {
    const half = desired({ lists: [desiredList({ hotwords: words(5) })] });
    expect(planOf(half, account([observedList({ hotwords: words(10) })])).blocked).toEqual([]);
    const one = desired({ lists: [desiredList({ hotwords: words(1) })] });
    expect(planOf(one, account([observedList({ hotwords: words(9) })])).blocked).toEqual([]);
  });

  it('hold back a new list that loses the words of the one it supersedes', () => {
    const wanted = desired({ lists: [desiredList({ hotwords: words(2) })] });
    const state = account([{ ...old, hotwords: words(12) }]);
    expect(planOf(wanted, state).blocked).toMatchObject([{ rule: 'hotword-loss', address: medical }]);
  });

  it('hold back an update that drops the fields of one of two words with the same text', () => {
    const held = ['zh', 'en'].map((lang) => word('A', { lang, extra: { translation: lang } }));
    const kept = [held[0] ?? word('A'), word('A', { lang: 'en' })];
    const plan = planOf(
      desired({ lists: [desiredList({ hotwords: kept })] }),
      account([observedList({ hotwords: held })]),
    );
    expect(plan.blocked).toMatchObject([{ rule: 'drop-fields' }]);
  });

  it('take another lang or weight for no loss', () => {
    const wanted = desired({
      lists: [desiredList({ hotwords: words(10).map((entry) => ({ ...entry, lang: 'zh', weight: 5 })) })],
    });
    expect(planOf(wanted, account([observedList({ hotwords: words(10) })])).blocked).toEqual([]);
  });

  it('hold back an update that drops fields the YAML does not know', () => {
    const held = [word('alpha', { extra: { translation: 'x' } }), word('beta')];
    const state = account([observedList({ hotwords: held })]);
    expect(planOf(desired(), state).blocked).toMatchObject([
      { rule: 'drop-fields', address: medical, message: expect.stringContaining('"alpha" (translation)') },
    ]);
    expect(planOf(desired(), state, { allow: [`drop-fields=${medical}`] }).blocked).toEqual([]);
    const kept = desired({ lists: [desiredList({ hotwords: [held[0] ?? word('alpha'), word('gamma')] })] });
    expect(planOf(kept, state).blocked).toEqual([]);
  });
});
