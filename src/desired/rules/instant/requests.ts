import {
  type Config,
  type Consumer,
  type InstantVocabulary,
  isInstant,
  isList,
  type ListVocabulary,
  type Vocabulary,
} from '../../../model/config.js';
import { pairingsOf } from '../../../model/pairings.js';
import { andMore } from '../../../model/text/and-more.js';

/** What one recognition request brings together: the words of a list, and those that go with the request. */
export interface Request {
  /** Those that recognise so; at least one. */
  readonly consumers: readonly Consumer[];
  readonly model: string;
  /** All of them, in the order of the configuration. */
  readonly vocabularies: readonly Vocabulary[];
  readonly list: ListVocabulary | null;
  /** In the order of the configuration; at least one. */
  readonly instant: readonly InstantVocabulary[];
}

/**
 * Every different request that sends words, with the consumers that make it. A consumer that names two lists makes none
 * that anybody knows, and is told so by a rule of its own.
 */
export function requestsOf(config: Pick<Config, 'consumers' | 'vocabularies'>): Request[] {
  const { consumers, vocabularies } = config;
  // Most configurations have none, and many have a thousand lists.
  if (!vocabularies.some(isInstant)) return [];
  const pairings = pairingsOf(config);
  const serials = new Map(vocabularies.map((vocabulary, index) => [vocabulary, index]));
  const requests = new Map<string, Request>();
  for (const consumer of consumers) {
    const used = pairings.usedBy(consumer);
    const instant = used.filter(isInstant);
    const [list = null, second] = used.filter(isList);
    if (instant.length === 0 || second !== undefined) continue;
    const key = [consumer.model.value, ...used.map((vocabulary) => serials.get(vocabulary))].join('\n');
    const earlier = requests.get(key)?.consumers ?? [];
    const model = consumer.model.value;
    requests.set(key, { consumers: [...earlier, consumer], model, vocabularies: used, list, instant });
  }
  return [...requests.values()];
}

/** The vocabularies of a request, the list first. */
export function vocabulariesOf({ list, instant }: Request): readonly Vocabulary[] {
  return list === null ? instant : [list, ...instant];
}

const mostNamed = 3;

/** Names consumers as the subject of a sentence about one of them or several. */
export function consumersNamed(consumers: readonly Pick<Consumer, 'name'>[]): string {
  const named = andMore(consumers, mostNamed, ({ name }) => `"${name}"`);
  return `the consumer${consumers.length === 1 ? '' : 's'} ${named}`;
}
