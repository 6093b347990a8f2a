import fc from 'fast-check';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { type Hotword, pairingKey } from '../../src/model/hotword.js';
import { word } from '../support/build.js';
import { models, otherModel, prefixes, previousPrefixes } from './scenario.js';

/*
 * What a scenario is made of, before its parts know of each other: vocabularies and lists refer to one another by
 * number, so that a counterexample still holds together when it is shrunk.
 */

function rarely<T>(seldom: T, mostly: T): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(mostly) },
    { weight: 1, arbitrary: fc.constant(seldom) },
  );
}

const anyWord: fc.Arbitrary<Hotword> = fc.record({
  text: fc.constantFrom('alpha', 'beta', 'Café', '心房颤动'),
  weight: fc.constantFrom(4, 5),
  lang: fc.constantFrom(null, 'zh'),
  extra: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant({ translation: 'x' }) },
  ),
});

const fewWords = fc.array(anyWord, { minLength: 1, maxLength: 4 });
/** Enough for the guard against lost words. */
const manyWords = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 10, max: 14 }))
  .map(([from, count]) => Array.from({ length: count }, (_, index) => word(`word${from + index}`)));

/** As an account may hold them: repeated, and in any Unicode form. */
export const anyWords: fc.Arbitrary<readonly Hotword[]> = fc.oneof(
  { weight: 8, arbitrary: fewWords },
  { weight: 1, arbitrary: manyWords },
);

const anyVocabulary = fc.record({
  models: fc.subarray([...models], { minLength: 1 }),
  words: anyWords.map(withoutRepeats),
  previous_prefixes: fc.subarray([...previousPrefixes]),
  /** Instant: whether it says under which prefix it was a list. */
  instant: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ saysItsPrefix: fc.boolean() }) },
  ),
  pinned: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(20) }),
});

const anyKey = fc.record({
  prefix: fc.constantFrom(...prefixes),
  target_model: fc.constantFrom(...models, otherModel),
});

const anySeed = fc.record({
  /** A number: the key of that desired list. */
  key: fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, { weight: 2, arbitrary: anyKey }),
  /** A number: the words of that vocabulary. */
  words: fc.oneof(fc.nat(3), fc.constant([word('stale')]), anyWords),
  decomposed: fc.boolean(),
  serial: fc.nat(255),
  /** Seconds. */
  age: fc.integer({ min: 600, max: 603 }),
  updated: fc.boolean(),
  isReady: rarely(false, true),
  isOdd: rarely(true, false),
});

export const anySwitches: fc.Arbitrary<Partial<EmulatorSwitches>> = fc.record({
  deploy_ms: fc.constantFrom(0, 0, 2500),
  pending_status: fc.constantFrom('UNDEPLOYED', 'FAILED'),
  page_cap: fc.constantFrom(null, 1, 2, 3),
  page_cap_offset: fc.constantFrom('capped', 'requested'),
  order: fc.constantFrom('newest', 'oldest', 'id', 'shuffled'),
  lang_echo: fc.constantFrom('as-sent', 'null', 'empty', 'missing'),
  weight_echo: fc.constantFrom('number', 'string'),
  field_order: fc.constantFrom('text-first', 'reversed'),
  time_zone_minutes: fc.constantFrom(480, 0),
});

export const anyDraft = fc.record({
  vocabularies: fc.array(anyVocabulary, { maxLength: 4 }),
  seeds: fc.array(anySeed, { maxLength: 7 }),
  namespace: fc.constantFrom('acme', null),
  prune: fc.boolean(),
  removed: fc.subarray(['acmeo', 'oldp']),
  removedSeeds: fc.array(fc.nat(20), { maxLength: 1 }),
  protect: fc.subarray(['acmea', 'acmez', 'oldp']),
  spareSlots: fc.integer({ min: 0, max: 10 }),
  guards: fc.record({
    max_deletes: fc.integer({ min: 0, max: 2 }),
    max_hotword_loss: fc.constant(0.5),
    update_interval: fc.constantFrom(0, 300_000),
  }),
  switches: anySwitches,
  shaping: fc.record({ retire: fc.boolean(), delete_first: fc.boolean() }),
  allowsAll: rarely(false, true),
  parallelism: fc.integer({ min: 1, max: 4 }),
});

export type Draft = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never;

/** A configuration has each word once; the account may not. */
function withoutRepeats(words: readonly Hotword[]): Hotword[] {
  return [...new Map(words.map((each) => [pairingKey(each), each])).values()];
}
