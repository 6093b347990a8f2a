import { describe, expect, it } from 'vitest';
import { checkEffect } from '../../../src/evaluate/effect/effect-checks.js';
import type {
  DeliveryFacts,
  EffectCheckName,
  GivenWord,
  ListFacts,
} from '../../../src/model/evaluation/evaluation.js';
import { delivery, given, givenAll } from '../build.js';

const list = (fields: Partial<ListFacts>): Partial<DeliveryFacts> => ({
  list: {
    vocabulary_id: 'vocab-1',
    target_model: 'fun-asr-realtime',
    status: 'OK',
    age_ms: 3_600_000,
    ...fields,
  },
});

const withInstant: Partial<DeliveryFacts> = { instant: 3, takes_instant: true };

function outcome(
  check: EffectCheckName,
  facts: Partial<DeliveryFacts>,
  words: GivenWord[] = givenAll('阙里'),
) {
  const found = checkEffect({ ...delivery, ...facts }, words).find((one) => one.check === check);
  return `${found?.outcome}: ${found?.message}`;
}

it('looks in the order of the FAQ, and finds nothing wrong where nothing is', () => {
  expect(
    checkEffect(delivery, givenAll('阙里')).map(({ check, outcome: what }) => `${check} ${what}`),
  ).toEqual([
    'pairing fine',
    'status fine',
    'region fine',
    'language_hints fine',
    'last_update fine',
    'delivery fine',
  ]);
});

describe('a cause is', () => {
  it.each<[string, EffectCheckName, Partial<DeliveryFacts>, RegExp]>([
    [
      'a list that was made for another model',
      'pairing',
      list({ target_model: 'fun-asr' }),
      /made for fun-asr, .* asked with fun-asr-realtime/,
    ],
    [
      'a list that differs in case only',
      'pairing',
      list({ target_model: 'Fun-asr-realtime' }),
      /to the letter/,
    ],
    ['a list that is not OK', 'status', list({ status: 'UNDEPLOYED' }), /UNDEPLOYED, not OK/],
    [
      'a list that the account does not hold',
      'status',
      list({ status: null }),
      /does not hold the list vocab-1/,
    ],
    [
      'words sent to a model that takes none',
      'delivery',
      { list: null, instant: 3 },
      /does not take words .* 3 are sent/,
    ],
    ['one word sent to a model that takes none', 'delivery', { list: null, instant: 1 }, /and 1 is sent/],
  ])('%s', (_title, ...[check, facts, message]) => {
    expect(outcome(check, facts)).toMatch(/^cause: /);
    expect(outcome(check, facts)).toMatch(message);
  });

  it('hints that leave out every word', () => {
    const english = [given('dogs', { lang: 'en' }), given('cats', { lang: 'en' })];
    expect(outcome('language_hints', { language_hints: ['zh', 'en'] }, english)).toBe(
      'cause: recognition reads zh of language_hints, and every word is of another language',
    );
  });
});

it.each([
  [42_000, /^maybe: .* 42 s ago/],
  [-1, /^maybe: .* \b0 s ago/],
  [60_000, /^maybe: .* a minute ago/],
  [222_000, /^maybe: .* 3 minutes ago/],
])('an update %i ms ago may be the cause', (age_ms, said) => {
  expect(outcome('last_update', list({ age_ms }))).toMatch(said);
});

describe('nothing is wrong', () => {
  it.each<[string, EffectCheckName, Partial<DeliveryFacts>]>([
    ['with an update five minutes ago', 'last_update', list({ age_ms: 300_000 })],
    ['with a list that is as it was made', 'last_update', list({ age_ms: null, never_updated: true })],
    ['with the pairing, where there is no list', 'pairing', { list: null }],
    ['with the status, where there is no list', 'status', { list: null }],
    ['with words sent to a model that takes them', 'delivery', withInstant],
    ['without any hints', 'language_hints', { language_hints: null }],
    ['with the region of a list that is there', 'region', {}],
  ])('%s', (_title, check, facts) => {
    expect(outcome(check, facts)).toMatch(/^fine: /);
  });

  it('with hints that leave out some of the words, which is said', () => {
    const words = [given('dogs', { lang: 'en' }), given('阙里', { lang: 'zh' }), given('曲阜')];
    expect(outcome('language_hints', { language_hints: ['zh'] }, words)).toBe(
      'fine: recognition reads zh of language_hints, which leaves out 1 of 3 words',
    );
  });
});

describe('it cannot be told', () => {
  it.each<[string, EffectCheckName, Partial<DeliveryFacts>]>([
    ['when a list was updated that nobody knows of', 'last_update', list({ age_ms: null })],
    ['in which region a list is that is not in this one', 'region', list({ status: null })],
    ['whether a model that nobody knows takes words', 'delivery', { instant: 3, takes_instant: null }],
    [
      'from the pairing, where words are sent too',
      'pairing',
      { ...list({ target_model: 'fun-asr' }), ...withInstant },
    ],
    ['from the status, where words are sent too', 'status', { ...list({ status: null }), ...withInstant }],
    ['from the update, where words are sent too', 'last_update', { ...list({ age_ms: 1 }), ...withInstant }],
    [
      'from words that are not taken, where there is a list',
      'delivery',
      { instant: 3, takes_instant: false },
    ],
  ])('%s', (_title, check, facts) => {
    expect(outcome(check, facts)).toMatch(/^unknown: /);
  });
});

it('blames both, where neither list nor sent words can have an effect', () => {
  const both: Partial<DeliveryFacts> = {
    ...list({ target_model: 'fun-asr' }),
    instant: 3,
    takes_instant: false,
  };
  expect([outcome('pairing', both), outcome('delivery', both)].map((said) => said.split(':')[0])).toEqual([
    'cause',
    'cause',
  ]);
});
