import {
  type Config,
  type Consumer,
  type InstantVocabulary,
  isInstant,
  isList,
  type Vocabulary,
} from '../../model/config.js';
import { type Finding, ok, orWell, problem, withConfig } from '../examination.js';
import { fromRules } from '../rules.js';

/** Does each consumer recognise with exactly the model that its list is made for? */
export const consumersPair = fromRules('pairing', ({ consumers, vocabularies: all }) =>
  ok(
    consumers.length === 0
      ? 'no consumer is named'
      : `${countOf(consumers)} with exactly the model of ${all.some(isInstant) ? 'each vocabulary' : 'the list'}`,
    consumers.map(({ name, vocabularies, model, location }) => ({
      text: `${name}: ${vocabularies.map(({ value }) => pairOf(value, model.value, all)).join(', ')}`,
      location,
    })),
  ),
);

/** A list is called with its model; words that go with a request have no list. */
function pairOf(name: string, model: string, vocabularies: readonly Vocabulary[]): string {
  const isSent = vocabularies.some((one) => one.name === name && isInstant(one));
  return isSent ? `${name}, with each request to ${model}` : `${name}@${model}`;
}

/** Can every word be heard with the `language_hints` that the consumers pass, as far as the model reads them? */
export const languagesAreRead = fromRules('languages', ({ consumers }) => {
  const hinting = consumers.filter(({ language_hints }) => language_hints !== null);
  return ok(
    `${hinting.length} of ${countOf(consumers)} with language_hints; no word is left out by them`,
    hinting.map(({ name, language_hints }) => `${name}: ${language_hints?.value.join(', ') ?? ''}`),
  );
});

/** Are the prefixes of a length that all of the vendor's pages allow? */
export const prefixesAreShort = fromRules('prefix', ({ vocabularies }) => {
  const prefixes = vocabularies.filter(isList).map(({ prefix }) => prefix.value);
  return prefixes.length === 0
    ? ok('no vocabulary has a prefix')
    : ok('at most 9 characters each', [prefixes.join(', ')]);
});

/** Does somebody use each list, and send each word? What nobody names, nobody checks the pairing of. */
export const listsAreConsumed = withConfig((config) => {
  const { consumers, vocabularies } = config;
  const unsent = vocabularies
    .filter(isInstant)
    .filter(({ name }) => !isNamed(name, consumers))
    .map(unsentBy);
  if (consumers.length === 0 && vocabularies.some(isList)) return [nobody(), ...unsent];
  const unused = config.vocabularies
    .filter(isList)
    .flatMap((vocabulary) =>
      vocabulary.target_models
        .filter(({ value }) => !isConsumed(config, vocabulary, value))
        .map(({ value, location }) => unconsumed(`${vocabulary.name}@${value}`, location)),
    );
  return orWell([...unused, ...unsent], () =>
    ok(vocabularies.some(isInstant) ? 'each vocabulary has a consumer' : 'each list has a consumer'),
  );
});

function isNamed(name: string, consumers: readonly Consumer[]): boolean {
  return consumers.some(({ vocabularies }) => vocabularies.some(({ value }) => value === name));
}

/** A list can be used unseen, by its id. These words are published to the consumers that name them, and to nobody else. */
function unsentBy({ name, location }: InstantVocabulary): Finding {
  return problem(
    'fail',
    {
      message: `no consumer names the instant vocabulary "${name}": its words reach nobody`,
      hint: 'name the program that is to send them under `consumers`, with the model that it really calls',
    },
    [{ text: name, location }],
  );
}

/** A consumer that names the vocabulary with no model of it is a matter of the pairing. */
function isConsumed(
  { consumers }: Config,
  { name, target_models }: Vocabulary,
  target_model: string,
): boolean {
  const models = target_models.map(({ value }) => value);
  const users = consumers.filter(({ vocabularies }) => vocabularies.some(({ value }) => value === name));
  return users.some(({ model }) => model.value === target_model || !models.includes(model.value));
}

function unconsumed(address: string, location: Config['vocabularies_location']): Finding {
  return problem(
    'warn',
    {
      message: `no consumer uses ${address}: it takes a slot for nobody, or somebody uses it unseen`,
      hint: 'name the program that uses it under `consumers`, or remove the vocabulary',
    },
    [{ text: address, location }],
  );
}

function nobody(): Finding {
  return problem('warn', {
    message: 'no consumer is named, so nobody can tell whether a program uses a list with another model',
    hint: 'name the programs that recognise under `consumers`, each with the model that it really calls',
  });
}

function countOf(consumers: readonly Consumer[]): string {
  return `${consumers.length} ${consumers.length === 1 ? 'consumer' : 'consumers'}`;
}
