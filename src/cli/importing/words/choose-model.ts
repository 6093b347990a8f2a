import { catalogueWith, type TargetModel } from '../../../model/catalogue/target-models.js';
import { type Config, isInstant } from '../../../model/config.js';
import { VocabError } from '../../../model/errors.js';
import type { Context } from '../../context.js';
import type { NewModels } from './draft-vocabulary.js';

/**
 * Finds the model of a new vocabulary whose words go with requests: the one that is given, else the usual one where it
 * takes them, else that of another such vocabulary, else whichever is chosen at the terminal. Words that are sent to any
 * other model do nothing, and nobody hears of it.
 * @throws VocabError `usage` with the models that do; `interrupted`
 */
export async function chooseInstantModel(
  given: string | undefined,
  { usual, config }: { readonly usual: NewModels; readonly config: Config },
  { interactive, prompts }: Context,
): Promise<NewModels> {
  const catalogue = catalogueWith(config.models);
  const takes = (model: string) => catalogue.get(model)?.instant === true;
  const able = [...catalogue.values()].filter((model) => isOffered(model, config)).map(({ name }) => name);
  if (given !== undefined) {
    if (takes(given)) return { models: [given], isDefault: false };
    throw refusal(given, { able, isKnown: catalogue.has(given) });
  }
  if (usual.models.every(takes)) return usual;
  const other = config.vocabularies.find(isInstant)?.target_models.map(({ value }) => value);
  if (other?.every(takes) === true) return { models: other, isDefault: false };
  if (!interactive) throw refusal(usual.models.join(', '), { able, isKnown: true });
  const choice = await prompts.select({
    message: 'Which model do your programs recognise with? These take words with each request.',
    choices: able.map((value) => ({ value })),
  });
  if (choice === null) throw new VocabError('interrupted', 'no model was chosen; nothing was written');
  return { models: [choice], isDefault: false };
}

function isOffered({ instant, regions }: TargetModel, { account }: Config): boolean {
  return instant && regions.includes(account.region);
}

function refusal(
  model: string,
  { able, isKnown }: { readonly able: readonly string[]; readonly isKnown: boolean },
): VocabError {
  const message = isKnown
    ? `${model} takes no words with requests, so a vocabulary for it cannot be instant`
    : `that ${model} takes words with requests is not known here`;
  const name = `if your programs recognise with one that does, name it with --model: ${able.join(', ')}`;
  const line = isKnown ? '' : '; a newer one is named under `models`, with its family and `instant: true`';
  return new VocabError('usage', message, { hint: `${name}${line}` });
}
