import { catalogueAge, type TargetModel } from '../../../model/catalogue/target-models.js';
import { type Entry, type InstantVocabulary, isInstant, type Vocabulary } from '../../../model/config.js';
import { asError, asWarning, type Diagnostic, type Located } from '../../../model/diagnostic.js';
import { pairingsOf } from '../../../model/pairings.js';
import { andMore } from '../../../model/text/and-more.js';
import { staysBehind } from '../../as-sent.js';
import { modelsLine } from '../models-line.js';
import type { Rule, RuleInput } from '../rule.js';

/** A model that reads no words of a request ignores them, and says nothing. */
export const modelsTakeInstantWords: Rule = function* (input) {
  // A default is one model of many vocabularies, and said once.
  const models = new Map<Located<string>, InstantVocabulary>();
  for (const vocabulary of input.config.vocabularies.filter(isInstant)) {
    for (const model of vocabulary.target_models) if (!models.has(model)) models.set(model, vocabulary);
  }
  for (const [model, vocabulary] of models) {
    const known = input.catalogue.get(model.value);
    if (known?.instant === false) yield takesNone(vocabulary, { model, known }, input);
  }
};

/** One for the vocabulary: a column of langs is one decision, and not as many as it has rows. */
export const instantWordsAreTextAndWeight: Rule = function* ({ config }) {
  for (const { name, entries } of config.vocabularies.filter(isInstant)) {
    const losing = entries.filter(staysBehind);
    const [first] = losing;
    if (first === undefined) continue;
    const named = andMore(losing, mostNamed, (entry) => `"${entry.text}" (${fieldsOf(entry)})`);
    yield asWarning({
      rule: 'instant-fields',
      location: first.location,
      message: `${losing.length} of the ${entries.length} hotwords of "${name}" ${losing.length === 1 ? 'has' : 'have'} more than a text and a weight, and a request carries nothing else: ${named}`,
      hint: 'leave lang and extra out, or keep the words in a list: `delivery: list` and a prefix',
    });
  }
};

/** Nothing is kept in the account, so words that no consumer is given are nowhere but in this file. */
export const instantWordsReachSomebody: Rule = function* ({ config }) {
  const pairings = pairingsOf(config);
  for (const vocabulary of config.vocabularies.filter(isInstant)) {
    const users = pairings.usersOf(vocabulary);
    // That a consumer names it and uses another model is said of the consumer.
    if (users.length === 0 && pairings.naming(vocabulary).length > 0) continue;
    const used = new Set(users.map(({ model }) => model.value));
    const idle = vocabulary.target_models.filter(({ value }) => !used.has(value));
    const [first] = idle;
    if (first !== undefined) yield unsent(vocabulary, { idle, first, isUsed: users.length > 0 });
  }
};

/**
 * A request of its consumers carries a list or has none, and the list that was goes when its line says so: before they
 * have switched, they would recognise with neither.
 */
export const listsAreLeftUntilTheSwitch: Rule = function* ({ config: { policy, vocabularies } }) {
  for (const { name, previous_prefixes } of vocabularies.filter(isInstant)) {
    for (const previous of previous_prefixes) {
      const line = policy.removed.find(({ value }) => value === previous.value);
      if (line === undefined) continue;
      yield asWarning({
        rule: 'previous-prefix-removed',
        location: line.location,
        related: previous.location,
        message: `"${previous.value}" is listed under removed and a previous prefix of "${name}", which is instant: the next apply deletes the list, also where consumers still recognise with it`,
        hint: 'delete this line, and run apply with --retire once the consumers send the words themselves',
      });
    }
  }
};

const mostNamed = 3;

function fieldsOf({ lang, extra }: Entry): string {
  return [...(lang === null ? [] : ['lang']), ...Object.keys(extra ?? {})].join(', ');
}

function takesNone(
  { name }: Vocabulary,
  { model, known }: { readonly model: Located<string>; readonly known: TargetModel },
  { config, catalogue, now }: RuleInput,
): Diagnostic {
  const { region } = config.account;
  const offered = [...catalogue.values()].filter(
    ({ regions, instant }) => instant && regions.includes(region),
  );
  const names = offered.map((one) => one.name).join(', ');
  const choice = names === '' ? 'keep the words in a list' : `write one of those of ${region}: ${names}`;
  const line = Object.hasOwn(config.models, model.value)
    ? `\`instant: true\` to its line under models`
    : modelsLine(model.value, `family: ${known.family}, instant: true`);
  return asError({
    rule: 'model-not-instant',
    location: model.location,
    message: `"${name}" is instant, and ${model.value} takes no hotwords with a request (${catalogueAge(now)}): they would silently do nothing`,
    hint: `${choice}; if it takes them by now, add ${line}`,
  });
}

interface Unsent {
  readonly idle: readonly Located<string>[];
  readonly first: Located<string>;
  readonly isUsed: boolean;
}

function unsent({ name, location }: Vocabulary, { idle, first, isUsed }: Unsent): Diagnostic {
  const models = idle.map(({ value }) => value).join(', ');
  if (isUsed) {
    return asWarning({
      rule: 'instant-unsent',
      location: first.location,
      related: location,
      message: `no consumer of "${name}" recognises with ${models}: instant words do nothing but where a consumer sends them`,
      hint: `declare under consumers who recognises with ${idle.length === 1 ? 'it' : 'them'}, or take ${idle.length === 1 ? 'it' : 'them'} out of target_models`,
    });
  }
  return asWarning({
    rule: 'instant-unsent',
    location,
    message: `no consumer sends the words of "${name}": instant words do nothing but where a consumer sends them`,
    hint: `name it in the vocabularies of a consumer that recognises with ${models}`,
  });
}
