import type fc from 'fast-check';
import type { SeedList } from '../../src/emulator/emulator.js';
import type { Desired, DesiredList } from '../../src/model/desired.js';
import type { InstantWords } from '../../src/model/instant/instant-words.js';
import { prefixOf } from '../../src/model/observed.js';
import { desiredList, idOf, instantWords, word } from '../support/build.js';
import { startOfTime } from '../support/emulator.js';
import { anyDraft, type Draft } from './any-draft.js';
import { declaredPrefixes, hasStayingDuplicate, models, type Scenario, sentEntry } from './scenario.js';

/*
 * A repository and an account that have something to do with each other. Few prefixes, models and words, so that lists
 * of the same key, with the same words or nearly the same, come up all the time. The desired state is one that
 * `validate` lets pass: what it refuses never gets as far as a plan.
 */

export const anyScenario: fc.Arbitrary<Scenario> = anyDraft.map(scenarioFrom);

/** The same with what one run cannot bring to rest left out: lists that are never `OK`, and `--retire`. */
export const anySettledScenario: fc.Arbitrary<Scenario> = anyDraft.map((draft) =>
  scenarioFrom({
    ...draft,
    seeds: draft.seeds.map((seed) => ({ ...seed, isReady: true })),
    shaping: { ...draft.shaping, retire: false },
  }),
);

/** A settled one that no apply leaves blocked. */
export const anySteadyScenario: fc.Arbitrary<Scenario> = anySettledScenario.filter(
  (scenario) => !hasStayingDuplicate(scenario),
);

function scenarioFrom(draft: Draft): Scenario {
  const { switches, shaping, parallelism, allowsAll } = draft;
  const seeds = draft.seeds.map((seed, index) => seedFrom(seed, index, draft.vocabularies));
  const lists = draft.vocabularies.flatMap((vocabulary, index) => listsFrom(vocabulary, index, seeds));
  const instant = draft.vocabularies.flatMap(instantFrom);
  const desired = { ...desiredFrom(draft, lists, seeds), instant };
  return {
    desired,
    seeds,
    switches: { ...switches, quota: 100 },
    shaping,
    allowsAll,
    parallelism,
  };
}

function seedFrom(
  seed: Draft['seeds'][number],
  index: number,
  vocabularies: Draft['vocabularies'],
): SeedList {
  const { serial, age } = seed;
  const { prefix, target_model } = typeof seed.key === 'number' ? keyAt(seed.key, vocabularies) : seed.key;
  const words =
    typeof seed.words === 'number' ? (vocabularies[seed.words]?.words ?? [word('alpha')]) : seed.words;
  const created_at = startOfTime - age * 1000;
  const modified_at = seed.updated ? startOfTime - 60_000 : created_at;
  return {
    // An id of another form than the documented one is nobody's we know.
    vocabulary_id: seed.isOdd ? `phrase_${prefix}_${index}` : idOf(prefix, serial * 16 + index),
    prefix,
    target_model,
    vocabulary: words.map((each) => sentEntry(each, seed.decomposed ? 'NFD' : 'NFC')),
    created_at,
    modified_at,
    ready_at: seed.isReady ? modified_at : Number.MAX_SAFE_INTEGER,
  };
}

function keyAt(position: number, vocabularies: Draft['vocabularies']) {
  const keys = vocabularies.flatMap((vocabulary, index) =>
    vocabulary.models.map((target_model) => ({ prefix: prefixAt(index), target_model })),
  );
  return keys[position % Math.max(1, keys.length)] ?? { prefix: prefixAt(0), target_model: models[0] };
}

function prefixAt(index: number): string {
  return declaredPrefixes[index] ?? declaredPrefixes[0];
}

function listsFrom(
  vocabulary: Draft['vocabularies'][number],
  index: number,
  seeds: readonly SeedList[],
): DesiredList[] {
  if (vocabulary.instant !== null) return [];
  const { words, previous_prefixes, pinned } = vocabulary;
  const prefix = prefixAt(index);
  const candidates = seeds.flatMap(({ vocabulary_id = '', target_model }) =>
    prefixOf(vocabulary_id) === prefix && isOneOf(vocabulary.models, target_model) ? vocabulary_id : [],
  );
  const pin = pinned === null ? undefined : candidates[pinned % Math.max(1, candidates.length)];
  return vocabulary.models.map((target_model) =>
    desiredList({
      name: `v${index}`,
      address: `v${index}@${target_model}`,
      prefix,
      target_model,
      previous_prefixes,
      vocabulary_ids: pin === undefined ? [] : [pin],
      hotwords: words,
    }),
  );
}

/** Its prefix is the one that it had as a list. */
function instantFrom(
  { instant, words, previous_prefixes }: Draft['vocabularies'][number],
  index: number,
): InstantWords[] {
  if (instant === null) return [];
  const hotwords = [...new Map(words.map(({ text, weight }) => [text, word(text, { weight })])).values()];
  const own = instant.saysItsPrefix ? [prefixAt(index)] : [];
  return [instantWords({ name: `v${index}`, previous_prefixes: [...own, ...previous_prefixes], hotwords })];
}

function desiredFrom(draft: Draft, lists: readonly DesiredList[], seeds: readonly SeedList[]): Desired {
  const pins = lists.flatMap(({ vocabulary_ids }) => vocabulary_ids);
  const ids = seeds.flatMap(({ vocabulary_id = '' }) =>
    prefixOf(vocabulary_id) === null || pins.includes(vocabulary_id) ? [] : vocabulary_id,
  );
  const chosen = draft.removedSeeds.flatMap((index) => ids[index % Math.max(1, ids.length)] ?? []);
  const removed = [...draft.removed, ...chosen];
  const going = removed.map((name) => prefixOf(name) ?? name);
  return {
    lists,
    instant: [],
    consumers: [],
    policy: {
      namespace: draft.namespace,
      prune: draft.prune,
      removed,
      protect: draft.protect.filter((prefix) => !going.includes(prefix)),
      list_quota: Math.max(1, lists.length + draft.spareSlots),
      guards: draft.guards,
    },
  };
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
