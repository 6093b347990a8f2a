import { isAliasPair } from '../../model/catalogue/alias.js';
import { isSameLanguage } from '../../model/catalogue/language-code.js';
import type { Catalogue } from '../../model/catalogue/target-models.js';
import { type Consumer, type Entry, environmentName, isList, type Vocabulary } from '../../model/config.js';
import { asError, asInfo, type Diagnostic, type Located } from '../../model/diagnostic.js';
import { pairingsOf } from '../../model/pairings.js';
import { namesOffered } from '../../model/text/and-more.js';
import { didYouMean } from '../../model/text/closest.js';
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
export const consumersPairWithAList: Rule = function* ({ config, catalogue }) {
  const pairings = pairingsOf(config);
  for (const consumer of config.consumers) {
    const named = pairings.namedBy(consumer);
    const used = new Set(pairings.usedBy(consumer));
    for (const written of consumer.vocabularies) {
      const vocabulary = named.find(({ name }) => name === written.value);
      if (vocabulary === undefined) yield unknownVocabulary(consumer, written, config.vocabularies);
      else if (!used.has(vocabulary)) yield mismatch(consumer, vocabulary, catalogue);
    }
  }
};

/** With `language_hints` set, recognition ignores the words of every other language. */
export const consumersHearTheirWords: Rule = function* ({ config, catalogue }) {
  // With a request no lang travels, so no hint can leave a word out.
  for (const vocabulary of config.vocabularies.filter(isList)) {
    const users = pairingsOf(config).usersOf(vocabulary);
    if (users.every(({ language_hints }) => language_hints === null)) continue;
    for (const entry of vocabulary.entries) {
      const deaf = users.filter((user) => !hears(user, entry));
      if (deaf.length === 0) continue;
      const draft = unheard(entry, deaf, hasRoom(deaf, catalogue));
      yield deaf.length === users.length
        ? asError({ rule: 'hotword-unheard', ...draft })
        : asInfo({ rule: 'hotword-partly-unheard', ...draft });
    }
  }
};

/** A hint in another spelling is a matter of its own (`language-hint-unusual`), and no reason to doubt every word. */
function hears({ language_hints }: Consumer, { lang }: Entry): boolean {
  if (lang === null || language_hints === null) return true;
  return language_hints.value.some((hint) => isSameLanguage(hint, lang));
}

/** Says whether the model of one of them would read another hint. */
function hasRoom(consumers: readonly Consumer[], catalogue: Catalogue): boolean {
  return consumers.some(({ model, language_hints }) => {
    const limit = catalogue.get(model.value)?.max_language_hints ?? null;
    return limit === null || (language_hints?.value.length ?? 0) < limit;
  });
}

function unknownVocabulary(
  { name }: Consumer,
  named: Located<string>,
  vocabularies: readonly Vocabulary[],
): Diagnostic {
  const known = vocabularies.map((candidate) => candidate.name);
  const guess = didYouMean(named.value, known);
  return asError({
    rule: 'consumer-vocabulary-unknown',
    location: named.location,
    message: `the consumer "${name}" uses "${named.value}", and there is no vocabulary of that name`,
    hint: guess ?? (known.length === 0 ? addVocabulary : `write one of: ${namesOffered(known)}`),
  });
}

const addVocabulary = 'add the vocabulary, or delete the consumer: there is no vocabulary yet';

function mismatch({ name, model }: Consumer, vocabulary: Vocabulary, catalogue: Catalogue): Diagnostic {
  const targets = vocabulary.target_models.map(({ value }) => value);
  const alias = targets.some((target) => isAliasPair(target, model.value))
    ? '; an alias and its dated snapshot are different models to the vendor'
    : '';
  return asError({
    rule: 'consumer-model-mismatch',
    location: model.location,
    message: `the consumer "${name}" recognises with ${model.value}, but "${vocabulary.name}" is made for ${targets.join(', ')}: its words would silently do nothing${alias}`,
    hint: `set the consumer's model to what the program really uses; if that is ${model.value}, ${wayIn(model.value, vocabulary, catalogue)}`,
  });
}

function wayIn(model: string, vocabulary: Vocabulary, catalogue: Catalogue): string {
  if (isList(vocabulary)) return "add it to the vocabulary's target_models (one more list, one more slot)";
  return catalogue.get(model)?.instant === false
    ? 'the words need a list: it takes none with a request'
    : "add it to the vocabulary's target_models (no list, no slot)";
}

function unheard({ text, lang, location }: Entry, deaf: readonly Consumer[], mayAdd: boolean) {
  const names = deaf.map(({ name }) => name).join(', ');
  const models = [...new Set(deaf.map(({ model }) => model.value))].join(', ');
  return {
    location,
    message: `"${text}" has lang "${lang}", which the language_hints of ${names} leave out: the word does nothing there`,
    hint: mayAdd
      ? `add "${lang}" to the language_hints, correct the word's lang, or leave it out`
      : `correct the word's lang, or leave it out: ${models} reads no more language_hints than there are`,
  };
}
