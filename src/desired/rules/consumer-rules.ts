import { isSnapshot } from '../../model/catalogue/target-models.js';
import { didYouMean } from '../../model/closest.js';
import { type Consumer, type Entry, environmentName, type Vocabulary } from '../../model/config.js';
import { asError, asInfo, type Diagnostic } from '../../model/diagnostic.js';
import type { Rule } from './rule.js';

export const consumerNamesAreUnique: Rule = function* ({ config }) {
  const first = new Map<string, Consumer>();
  for (const consumer of config.consumers) {
    const earlier = first.get(consumer.name);
    if (earlier === undefined) first.set(consumer.name, consumer);
    else {
      yield asError({
        rule: 'duplicate-consumer',
        location: consumer.location,
        related: earlier.location,
        message: `two consumers are called "${consumer.name}"`,
        hint: 'rename one of them: the name becomes a key of the published ids',
      });
    }
  }
};

/** In a dotenv file, names that differ only in punctuation become one variable, and one program gets the other's list. */
export const dotenvVariablesAreUnique: Rule = function* ({ config: { consumers, outputs } }) {
  if (!outputs.some(({ format }) => format === 'dotenv')) return;
  const first = new Map<string, Consumer>();
  for (const consumer of consumers) {
    const variable = environmentName(consumer.name);
    const earlier = first.get(variable);
    first.set(variable, earlier ?? consumer);
    if (earlier === undefined || earlier.name === consumer.name) continue;
    yield asError({
      rule: 'dotenv-collision',
      location: consumer.location,
      related: earlier.location,
      message: `the consumers "${earlier.name}" and "${consumer.name}" would both be VOCAB_${variable}_ID in the dotenv output`,
      hint: 'rename one of them',
    });
  }
};

/** A list used with any other model than its own silently does nothing. */
export const consumersPairWithAList: Rule = function* ({ config: { consumers, vocabularies } }) {
  for (const consumer of consumers) {
    const vocabulary = vocabularies.find(({ name }) => name === consumer.vocabulary.value);
    if (vocabulary === undefined) yield unknownVocabulary(consumer, vocabularies);
    else if (!uses(consumer, vocabulary)) yield mismatch(consumer, vocabulary);
  }
};

/** With `language_hints` set, recognition ignores the words of every other language. */
export const consumersHearTheirWords: Rule = function* ({ config: { consumers, vocabularies } }) {
  for (const vocabulary of vocabularies) {
    const users = consumers.filter((consumer) => uses(consumer, vocabulary));
    if (users.every(({ language_hints }) => language_hints === null)) continue;
    for (const entry of vocabulary.entries) {
      const deaf = users.filter((user) => !hears(user, entry));
      if (deaf.length > 0) yield unheard(entry, deaf, deaf.length === users.length);
    }
  }
};

function uses({ vocabulary, model }: Consumer, { name, target_models }: Vocabulary): boolean {
  return vocabulary.value === name && target_models.some(({ value }) => value === model.value);
}

function hears({ language_hints }: Consumer, { lang }: Entry): boolean {
  return lang === null || language_hints === null || language_hints.value.includes(lang);
}

function unknownVocabulary({ name, vocabulary }: Consumer, vocabularies: readonly Vocabulary[]): Diagnostic {
  const known = vocabularies.map((candidate) => candidate.name);
  const guess = didYouMean(vocabulary.value, known);
  return asError({
    rule: 'consumer-vocabulary-unknown',
    location: vocabulary.location,
    message: `the consumer "${name}" uses "${vocabulary.value}", and there is no vocabulary of that name`,
    hint: guess ?? (known.length === 0 ? addVocabulary : `write one of: ${known.join(', ')}`),
  });
}

const addVocabulary = 'add the vocabulary, or delete the consumer: there is no vocabulary yet';

function mismatch({ name, model }: Consumer, vocabulary: Vocabulary): Diagnostic {
  const targets = vocabulary.target_models.map(({ value }) => value);
  const alias = targets.some((target) => isAliasPair(target, model.value))
    ? '; an alias and its dated snapshot are different models to the vendor'
    : '';
  return asError({
    rule: 'consumer-model-mismatch',
    location: model.location,
    message: `the consumer "${name}" recognises with ${model.value}, but "${vocabulary.name}" is made for ${targets.join(', ')}: its words would silently do nothing${alias}`,
    hint: `set the consumer's model to what the program really uses; if that is ${model.value}, add it to the vocabulary's target_models (one more list, one more slot)`,
  });
}

function isAliasPair(one: string, other: string): boolean {
  return isSnapshot(one) !== isSnapshot(other) && undated(one) === undated(other);
}

function undated(model: string): string {
  return isSnapshot(model) ? model.slice(0, -'-2025-01-01'.length) : model;
}

function unheard({ text, lang, location }: Entry, deaf: readonly Consumer[], byAll: boolean): Diagnostic {
  const names = deaf.map(({ name }) => name).join(', ');
  const common = {
    location,
    message: `"${text}" has lang "${lang}", which the language_hints of ${names} leave out: the word does nothing there`,
    hint: `add "${lang}" to the language_hints, correct the word's lang, or leave it out`,
  };
  return byAll
    ? asError({ rule: 'hotword-unheard', ...common })
    : asInfo({ rule: 'hotword-partly-unheard', ...common });
}
