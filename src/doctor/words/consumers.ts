import { type Config, type Consumer, isList, type Vocabulary } from '../../model/config.js';
import { type Finding, ok, orWell, problem, withConfig } from '../examination.js';
import { fromRules } from '../rules.js';

/** Does each consumer recognise with exactly the model that its list is made for? */
export const consumersPair = fromRules('pairing', ({ consumers }) =>
  ok(
    consumers.length === 0
      ? 'no consumer is named'
      : `${countOf(consumers)} with exactly the model of the list`,
    consumers.map(({ name, vocabularies, model, location }) => ({
      text: `${name}: ${vocabularies.map(({ value }) => `${value}@${model.value}`).join(', ')}`,
      location,
    })),
  ),
);

/** Can every word be heard with the `language_hints` that the consumers pass, as far as the model reads them? */
export const languagesAreRead = fromRules('languages', ({ consumers }) => {
  const hinting = consumers.filter(({ language_hints }) => language_hints !== null);
  return ok(
    `${hinting.length} of ${countOf(consumers)} with language_hints; no word is left out by them`,
    hinting.map(({ name, language_hints }) => `${name}: ${language_hints?.value.join(', ') ?? ''}`),
  );
});

/** Are the prefixes of a length that all of the vendor's pages allow? */
export const prefixesAreShort = fromRules('prefix', ({ vocabularies }) =>
  ok('at most 9 characters each', [
    vocabularies
      .filter(isList)
      .map(({ prefix }) => prefix.value)
      .join(', '),
  ]),
);

/** Does somebody use each list? What nobody names, nobody checks the pairing of. */
export const listsAreConsumed = withConfig((config) => {
  if (config.consumers.length === 0) return [nobody()];
  const unused = config.vocabularies
    .filter(isList)
    .flatMap((vocabulary) =>
      vocabulary.target_models
        .filter(({ value }) => !isConsumed(config, vocabulary, value))
        .map(({ value, location }) => unconsumed(`${vocabulary.name}@${value}`, location)),
    );
  return orWell(unused, () => ok('each list has a consumer'));
});

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
