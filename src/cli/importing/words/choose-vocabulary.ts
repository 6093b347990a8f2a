import type { Config, Vocabulary } from '../../../model/config.js';
import { VocabError } from '../../../model/errors.js';
import { didYouMean } from '../../../model/text/closest.js';
import type { Context } from '../../context.js';

/** Where words go: a vocabulary of the configuration, or a new one of a name. */
export type Chosen = { readonly vocabulary: Vocabulary } | { readonly newName: string };

/**
 * Finds the vocabulary that words go into: the one that is named, else the only one, else whichever is chosen at the terminal.
 * @throws VocabError `usage` where nobody can tell
 */
export async function chooseVocabulary(
  name: string | undefined,
  { vocabularies }: Config,
  { interactive, prompts }: Context,
): Promise<Chosen> {
  if (name !== undefined) return named(name, vocabularies);
  const [only, ...others] = vocabularies;
  if (only === undefined)
    throw new VocabError('usage', 'the configuration has no vocabulary that the words could go into', {
      hint: 'name a new one: --vocabulary NAME makes it',
    });
  if (others.length === 0) return { vocabulary: only };
  const names = [...new Set(vocabularies.map((vocabulary) => vocabulary.name))];
  if (!interactive)
    throw new VocabError(
      'usage',
      `the configuration has ${vocabularies.length} vocabularies: ${names.join(', ')}`,
      {
        hint: 'name the one that the words go into, or a new one: --vocabulary NAME',
      },
    );
  const choice = await prompts.select({
    message: 'Which vocabulary do the words go into?',
    choices: names.map((value) => ({ value })),
  });
  if (choice === null) throw new VocabError('interrupted', 'no vocabulary was chosen; nothing was written');
  return named(choice, vocabularies);
}

/** A vocabulary that is there is what its file says. @throws VocabError `usage` where the command line says otherwise */
export function requireSame(
  vocabulary: Vocabulary,
  { delivery, model }: { readonly delivery?: Vocabulary['delivery']; readonly model?: string },
): void {
  const { name, target_models, location } = vocabulary;
  const models = target_models.map(({ value }) => value);
  if (delivery !== undefined && delivery !== vocabulary.delivery)
    throw new VocabError('usage', `the vocabulary "${name}" is ${asDelivered[vocabulary.delivery]}`, {
      hint: `name a new one, or leave --delivery out; ${otherwise[delivery]} in ${location.file}`,
    });
  if (model !== undefined && !models.includes(model))
    throw new VocabError('usage', `the vocabulary "${name}" is for ${models.join(', ')}, not for ${model}`, {
      hint: `leave --model out, or write the model in ${location.file}`,
    });
}

const asDelivered = { list: 'a list of the account', instant: 'instant: its words go with each request' };
const otherwise = {
  list: 'to make a list of it, write a prefix in place of `delivery: instant`',
  instant:
    'to make it instant, write `delivery: instant` in place of the prefix, and the prefix under `previous_prefixes`,',
};

const nameForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

function named(name: string, vocabularies: readonly Vocabulary[]): Chosen {
  const [vocabulary, second] = vocabularies.filter((candidate) => candidate.name === name);
  if (second !== undefined)
    throw new VocabError('usage', `two vocabularies are called "${name}"`, { hint: 'rename one of them' });
  if (vocabulary !== undefined) return { vocabulary };
  if (nameForm.test(name)) return { newName: name };
  throw new VocabError('usage', `--vocabulary ${name} cannot be the name of a vocabulary`, {
    hint: 'a name has 1 to 63 letters of ASCII, digits and - _ . and begins with a letter or digit',
  });
}

/** What is said of a vocabulary that is made because there is none of its name: it may have been misspelt. */
export function saidOfNew({ name, delivery }: Vocabulary, { vocabularies }: Config): string {
  const guess = didYouMean(
    name,
    vocabularies.map((vocabulary) => vocabulary.name),
  );
  const slot =
    delivery === 'instant'
      ? 'whose words go with each request and need no slot of the account'
      : 'which needs a slot of the account';
  const said = `there was no vocabulary "${name}", so a new one is made, ${slot}`;
  return guess === null ? said : `${said}; ${guess}`;
}
