import { type Catalogue, noSuperHotwords, type SuperHotwords } from '../model/catalogue/target-models.js';
import {
  type Config,
  type Consumer,
  type Entry,
  type InstantVocabulary,
  isInstant,
  isList,
  type ListVocabulary,
  levelsOf,
} from '../model/config.js';
import { type Desired, type DesiredConsumer, type DesiredList, listAddress } from '../model/desired.js';
import { unlocated } from '../model/diagnostic.js';
import { type Hotword, mayRepeat, pairingKey, type Remark, type Remarks } from '../model/hotword.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { pairingsOf } from '../model/pairings.js';
import { asSent } from './as-sent.js';

/** The lists a checked configuration asks for: one for each vocabulary and target model. */
export function expand(config: Config, catalogue: Catalogue): Desired {
  return {
    lists: config.vocabularies.filter(isList).flatMap((vocabulary) => fanOut(vocabulary, config, catalogue)),
    instant: config.vocabularies
      .filter(isInstant)
      .map((vocabulary) => instantWords(vocabulary, config, catalogue)),
    consumers: config.consumers.map((consumer) => given(consumer, config)),
    policy: unlocated({ ...config.policy, list_quota: config.account.list_quota }),
    ...(config.rules.length === 0 ? {} : { levels: levelsOf(config) }),
  };
}

function fanOut(vocabulary: ListVocabulary, config: Config, catalogue: Catalogue): DesiredList[] {
  const users = pairingsOf(config).usersOf(vocabulary);
  const hotwords = withoutRepeats(vocabulary.entries);
  const remarks = remarksOf(vocabulary.entries);
  const could_be_instant = vocabulary.target_models.every(({ value }) => catalogue.get(value)?.instant);
  return vocabulary.target_models.map(({ value: target_model }) => ({
    address: listAddress(vocabulary.name, target_model),
    name: vocabulary.name,
    prefix: vocabulary.prefix.value,
    target_model,
    previous_prefixes: vocabulary.previous_prefixes.map(({ value }) => value),
    vocabulary_ids: vocabulary.vocabulary_ids.map(({ value }) => value),
    hotwords,
    remarks,
    owner: vocabulary.owner?.value ?? null,
    consumers: users.filter(({ model }) => model.value === target_model).map(({ name }) => name),
    max_hotwords: mostHotwords(target_model, catalogue),
    super_hotwords: superHotwordsOf(target_model, catalogue),
    could_be_instant,
    location: vocabulary.location,
  }));
}

function mostHotwords(target_model: string, catalogue: Catalogue): number {
  return catalogue.get(target_model)?.max_hotwords ?? Number.POSITIVE_INFINITY;
}

function superHotwordsOf(target_model: string, catalogue: Catalogue): SuperHotwords {
  const { super: weight, max_super } = catalogue.get(target_model)?.weights ?? noSuperHotwords;
  return { super: weight, max_super };
}

/** A request carries a word and a number: a rule has said which fields stay behind. */
function instantWords(vocabulary: InstantVocabulary, config: Config, catalogue: Catalogue): InstantWords {
  const target_models = vocabulary.target_models.map(({ value }) => value);
  const entries = asSent(vocabulary);
  return {
    name: vocabulary.name,
    target_models,
    previous_prefixes: vocabulary.previous_prefixes.map(({ value }) => value),
    hotwords: withoutRepeats(entries),
    remarks: remarksOf(entries),
    owner: vocabulary.owner?.value ?? null,
    consumers: pairingsOf(config)
      .usersOf(vocabulary)
      .map(({ name }) => name),
    max_hotwords: Math.min(...target_models.map((model) => mostHotwords(model, catalogue))),
    location: vocabulary.location,
  };
}

function given(consumer: Consumer, config: Config): DesiredConsumer {
  const used = pairingsOf(config).usedBy(consumer);
  const list = used.find(isList);
  return {
    name: consumer.name,
    model: consumer.model.value,
    list: list === undefined ? null : listAddress(list.name, consumer.model.value),
    instant: used.filter(isInstant).map(({ name }) => name),
  };
}

/** The first of each; entries that contradict an earlier one never get here. */
function withoutRepeats(entries: readonly Entry[]): Hotword[] {
  const words = entries.map(({ text, weight, lang, extra }): Hotword => ({ text, weight, lang, extra }));
  if (!mayRepeat(entries)) return words;
  const kept = new Map<string, Hotword>();
  for (const word of words) {
    const key = pairingKey(word);
    if (!kept.has(key)) kept.set(key, word);
  }
  return [...kept.values()];
}

/** The first remark on each word that has a note, if any has: a date alone says less. */
function remarksOf(entries: readonly Entry[]): Remarks {
  const kept = new Map<string, Remark>();
  for (const entry of entries) {
    const { note, expires } = entry;
    if (note === null && expires === null) continue;
    const key = pairingKey(entry);
    const earlier = kept.get(key);
    if (earlier === undefined || (earlier.note === null && note !== null)) kept.set(key, { note, expires });
  }
  return kept;
}
