import type { Config, Consumer, Vocabulary } from './config.js';

/** Which consumers and vocabularies belong together; all of it in the order of the configuration. */
export interface Pairings {
  /** The vocabularies that a consumer names, whatever their models are. */
  namedBy(consumer: Consumer): readonly Vocabulary[];
  /** Those of them whose words it recognises with: with any other model than their own, words do nothing. */
  usedBy(consumer: Consumer): readonly Vocabulary[];
  /** The consumers that name a vocabulary. */
  naming(vocabulary: Vocabulary): readonly Consumer[];
  /** Those of them that recognise with its words. */
  usersOf(vocabulary: Vocabulary): readonly Consumer[];
}

type Paired = Pick<Config, 'consumers' | 'vocabularies'>;

const known = new WeakMap<Paired, Pairings>();

/** Pairs once, however often it is asked: a dozen rules ask, and a large account has a thousand of each. */
export function pairingsOf(config: Paired): Pairings {
  const earlier = known.get(config);
  if (earlier !== undefined) return earlier;
  const pairings = pair(config);
  known.set(config, pairings);
  return pairings;
}

function pair({ consumers, vocabularies }: Paired): Pairings {
  const named = new Map<string, number[]>();
  for (const [serial, { name }] of vocabularies.entries()) put(named, name, serial);
  const namedBy = new Map<Consumer, readonly Vocabulary[]>();
  const naming = new Map<Vocabulary, Consumer[]>();
  for (const consumer of consumers) {
    const names = new Set(consumer.vocabularies.map(({ value }) => value));
    const serials = [...names].flatMap((name) => named.get(name) ?? []).sort((one, other) => one - other);
    const found = serials.flatMap((serial) => vocabularies[serial] ?? []);
    namedBy.set(consumer, found);
    for (const vocabulary of found) put(naming, vocabulary, consumer);
  }
  return {
    namedBy: (consumer) => namedBy.get(consumer) ?? [],
    usedBy: (consumer) => (namedBy.get(consumer) ?? []).filter((one) => fits(consumer, one)),
    naming: (vocabulary) => naming.get(vocabulary) ?? [],
    usersOf: (vocabulary) => (naming.get(vocabulary) ?? []).filter((one) => fits(one, vocabulary)),
  };
}

function put<Key, Value>(all: Map<Key, Value[]>, key: Key, value: Value): void {
  const earlier = all.get(key);
  if (earlier === undefined) all.set(key, [value]);
  else earlier.push(value);
}

/** Whether a consumer that names a vocabulary recognises with its words. */
function fits({ model }: Consumer, { target_models }: Vocabulary): boolean {
  return target_models.some(({ value }) => value === model.value);
}
