import { describe, expect, it } from 'vitest';
import type { DesiredList } from '../../../src/model/desired.js';
import { instantLines, instantSavings } from '../../../src/model/slots/instant-savings.js';
import { desired, desiredList, instantWords, word, words } from '../../support/build.js';

const able = (name: string, fields: Partial<DesiredList> = {}) =>
  desiredList({ name, prefix: `p${name}`, could_be_instant: true, consumers: ['app'], ...fields });
const namesOf = (wanted: Parameters<typeof desired>[0]) =>
  instantSavings(desired(wanted)).map(({ name }) => name);

describe('a vocabulary that could be instant', () => {
  it('is named with the lines to change and what it frees, and when', () => {
    expect(instantSavings(desired({ lists: [able('a')] }))).toEqual([
      {
        name: 'a',
        hint: 'make "a" instant: write `delivery: instant` and `previous_prefixes: [pa]` in place of `prefix: pa`',
        why: 'that frees 1 slot once its consumers have switched and `--retire` was given',
        slots: 1,
      },
    ]);
  });

  it('frees the slot of each of its models', () => {
    const lists = [able('a', { target_model: 'm' }), able('a', { target_model: 'n' })];
    expect(instantSavings(desired({ lists }))).toMatchObject([
      { slots: 2, why: expect.stringContaining('frees 2 slots') },
    ]);
    // One that cannot go with a request keeps the list.
    expect(namesOf({ lists: [able('a'), able('a', { could_be_instant: false })] })).toEqual([]);
  });

  it('is none whose prefix another one has, unless no list of it is made', () => {
    const lists = [
      able('a', { prefix: 'p', target_model: 'm' }),
      able('b', { prefix: 'p', target_model: 'n' }),
      able('c'),
    ];
    expect(namesOf({ lists })).toEqual(['c']);
    const unmade = new Set(['b']);
    const found = instantSavings(desired({ lists }), { unmade });
    expect(found.map(({ name }) => name)).toEqual(['b', 'c']);
    const moved = lists.map((one) => ({ ...one, previous_prefixes: ['old'] }));
    expect(instantSavings(desired({ lists: moved }), { unmade }).map(({ name }) => name)).toEqual(['c']);
  });

  it('comes first where no list of it is made yet, then where it frees most', () => {
    const lists = [
      able('a'),
      able('b', { target_model: 'm' }),
      able('b', { target_model: 'n' }),
      able('c', { previous_prefixes: [] }),
    ];
    const found = instantSavings(desired({ lists }), { unmade: new Set(['c']) });
    expect(found.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(found[0]).toMatchObject({
      hint: 'make "c" instant: write `delivery: instant` in place of `prefix: pc`',
      why: 'that saves 1 slot',
    });
  });

  it('keeps its previous prefixes and loses its pin', () => {
    const lists = [able('a', { previous_prefixes: ['old'], vocabulary_ids: ['vocab-pa-1'] })];
    expect(instantSavings(desired({ lists }))[0]?.hint).toBe(
      `make "a" instant: write ${instantLines('pa', ['old'])}, delete its vocabulary_id`,
    );
    expect(instantLines('pa', ['old'])).toContain('`previous_prefixes: [old, pa]`');
  });

  it('is said to lose what no request carries', () => {
    const hotwords = [
      ...words('a', 'b'),
      word('c', { lang: 'zh' }),
      word('d', { extra: { translation: 'D' } }),
    ];
    expect(instantSavings(desired({ lists: [able('a', { hotwords })] }))[0]?.why).toContain(
      '; 2 of 4 words lose their lang and extra fields ("c", "d")',
    );
    const one = [word('a'), word('c', { lang: 'zh' })];
    expect(instantSavings(desired({ lists: [able('a', { hotwords: one })] }))[0]?.why).toContain(
      '; 1 of 2 words loses its lang ("c")',
    );
  });

  it('names three words that lose something, and says when there are more', () => {
    const losing = (...texts: string[]) => texts.map((text) => word(text, { lang: 'zh' }));
    const why = (hotwords: DesiredList['hotwords']) =>
      instantSavings(desired({ lists: [able('a', { hotwords })] }))[0]?.why;
    expect(why(losing('a', 'b', 'c'))).toContain('lose their lang ("a", "b", "c")');
    expect(why(losing('a', 'b', 'c', 'd'))).toContain('lose their lang ("a", "b", "c" and 1 more)');
  });

  it('frees a slot, and saves none, where a list of an earlier prefix may still be there', () => {
    const lists = [able('a', { previous_prefixes: ['old'] })];
    expect(instantSavings(desired({ lists }), { unmade: new Set(['a']) })[0]).toMatchObject({
      hint: `make "a" instant: write ${instantLines('pa', ['old'])}`,
      why: expect.stringContaining('frees 1 slot'),
    });
  });

  it('has a sender where any of its lists has a consumer', () => {
    const lists = [
      able('a', { target_model: 'm', consumers: [] }),
      able('a', { target_model: 'n', consumers: ['app'] }),
    ];
    expect(instantSavings(desired({ lists }))[0]?.hint).not.toContain('declare under consumers');
  });

  it('needs a consumer that sends the words', () => {
    expect(instantSavings(desired({ lists: [able('a', { consumers: [] })] }))[0]?.hint).toMatch(
      /, and declare under consumers who sends its words$/,
    );
  });

  it('is none whose list would stay: it is under protect', () => {
    expect(namesOf({ lists: [able('a')], protect: ['pa'] })).toEqual([]);
  });

  it('is none that gives a text two weights: its langs would no longer tell them apart', () => {
    const hotwords = [word('Gift', { lang: 'en', weight: 5 }), word('Gift', { lang: 'de' })];
    expect(namesOf({ lists: [able('a', { hotwords })] })).toEqual([]);
  });

  it('is none that gives a word another weight than what its consumer sends already', () => {
    const instant = [instantWords({ name: 'i', hotwords: [word('alpha', { weight: 5 })] })];
    const consumers = [{ name: 'app', model: 'm', list: able('a').address, instant: ['i'] }];
    expect(namesOf({ lists: [able('a')], instant, consumers })).toEqual([]);
    // With the same weight it is one word of both.
    const agreeing = instant.map((one) => ({ ...one, hotwords: words('alpha', 'other') }));
    expect(namesOf({ lists: [able('a')], instant: agreeing, consumers })).toEqual(['a']);
    // Of another consumer it is no matter.
    expect(namesOf({ lists: [able('a')], instant, consumers: [{ ...consumers[0]!, list: null }] })).toEqual([
      'a',
    ]);
  });
});
