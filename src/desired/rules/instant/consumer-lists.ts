import type { Catalogue } from '../../../model/catalogue/target-models.js';
import { type Consumer, isList, type ListVocabulary } from '../../../model/config.js';
import { asError, type Diagnostic } from '../../../model/diagnostic.js';
import { pairingsOf } from '../../../model/pairings.js';
import { instantLines } from '../../../model/slots/instant-savings.js';
import type { Rule } from '../rule.js';

/** Recognition takes one vocabulary_id: the words of a second list would never be heard. */
export const consumersHaveOneList: Rule = function* ({ config, catalogue }) {
  for (const consumer of config.consumers) {
    const lists = pairingsOf(config).namedBy(consumer).filter(isList);
    const different = distinctByName(lists);
    if (different.length > 1) yield twoLists(consumer, different, catalogue);
  }
};

export const vocabulariesAreNamedOnce: Rule = function* ({ config: { consumers } }) {
  for (const { name, vocabularies } of consumers) {
    const first = new Map<string, (typeof vocabularies)[number]>();
    for (const named of vocabularies) {
      const earlier = first.get(named.value);
      first.set(named.value, earlier ?? named);
      if (earlier === undefined) continue;
      yield asError({
        rule: 'consumer-vocabulary-repeated',
        location: named.location,
        related: earlier.location,
        message: `the consumer "${name}" names "${named.value}" twice`,
        hint: 'delete one of them, or write the vocabulary that is meant',
      });
    }
  }
};

function distinctByName(lists: readonly ListVocabulary[]): readonly ListVocabulary[] {
  return [...new Map(lists.map((list) => [list.name, list])).values()];
}

function twoLists(consumer: Consumer, lists: readonly ListVocabulary[], catalogue: Catalogue): Diagnostic {
  const names = new Set(lists.map(({ name }) => name));
  const written = consumer.vocabularies.filter(({ value }) => names.has(value));
  const [first, second] = written;
  const [ableFirst, ...able] = lists.filter(({ target_models }) =>
    target_models.every(({ value }) => catalogue.get(value)?.instant === true),
  );
  return asError({
    rule: 'consumer-two-lists',
    location: second?.location ?? consumer.location,
    related: first?.location ?? null,
    message: `the consumer "${consumer.name}" uses ${lists.length} lists (${[...names].join(', ')}), and recognition takes one vocabulary_id`,
    hint: ableFirst === undefined ? noneIsAble : ableHint([ableFirst, ...able], lists.length),
  });
}

const noneIsAble =
  'merge them into one vocabulary: not all of their models take words with a request, so none of them can be instant';

function ableHint(able: readonly [ListVocabulary, ...ListVocabulary[]], lists: number): string {
  const [first] = able;
  const lines = instantLines(first.prefix.value, valuesOf(first));
  const which = `${able.length === lists ? 'all but one of ' : ''}${able.map(quoted).join(', ')}`;
  const rest = able.length < lists - 1 ? ' and merge the others' : '';
  const whose = able.length === 1 ? '' : ` of "${first.name}", and so on`;
  return `make ${which} instant${rest}: write ${lines}${whose}`;
}

function quoted({ name }: ListVocabulary): string {
  return `"${name}"`;
}

function valuesOf({ previous_prefixes }: ListVocabulary): readonly string[] {
  return previous_prefixes.map(({ value }) => value);
}
