import type { Catalogue } from '../model/catalogue/target-models.js';
import { type Config, type Entry, levelsOf, type Vocabulary } from '../model/config.js';
import type { Desired, DesiredList } from '../model/desired.js';
import { unlocated } from '../model/diagnostic.js';
import { type Hotword, pairingKey, type Remark, type Remarks } from '../model/hotword.js';

/** The lists a checked configuration asks for: one for each vocabulary and target model. */
export function expand(config: Config, catalogue: Catalogue): Desired {
  return {
    lists: config.vocabularies.flatMap((vocabulary) => fanOut(vocabulary, config, catalogue)),
    policy: unlocated({ ...config.policy, list_quota: config.account.list_quota }),
    ...(config.rules.length === 0 ? {} : { levels: levelsOf(config) }),
  };
}

function fanOut(vocabulary: Vocabulary, { consumers }: Config, catalogue: Catalogue): DesiredList[] {
  const hotwords = withoutRepeats(vocabulary.entries);
  const remarks = remarksOf(vocabulary.entries);
  return vocabulary.target_models.map(({ value: target_model }) => ({
    address: `${vocabulary.name}@${target_model}`,
    name: vocabulary.name,
    prefix: vocabulary.prefix.value,
    target_model,
    previous_prefixes: vocabulary.previous_prefixes.map(({ value }) => value),
    vocabulary_ids: vocabulary.vocabulary_ids.map(({ value }) => value),
    hotwords,
    remarks,
    owner: vocabulary.owner?.value ?? null,
    consumers: consumers
      .filter(
        (consumer) => consumer.vocabulary.value === vocabulary.name && consumer.model.value === target_model,
      )
      .map(({ name }) => name),
    max_hotwords: catalogue.get(target_model)?.max_hotwords ?? Number.POSITIVE_INFINITY,
    location: vocabulary.location,
  }));
}

/** The first of each; entries that contradict an earlier one never get here. */
function withoutRepeats(entries: readonly Entry[]): Hotword[] {
  const kept = new Map<string, Hotword>();
  for (const { text, weight, lang, extra } of entries) {
    const word: Hotword = { text, weight, lang, extra };
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
