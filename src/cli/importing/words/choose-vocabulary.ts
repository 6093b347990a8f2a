import { resolve } from 'node:path';
import type { Config, Vocabulary } from '../../../model/config.js';
import { VocabError } from '../../../model/errors.js';
import { didYouMean } from '../../../model/text/closest.js';
import type { Context } from '../../context.js';
import { entriesOf } from './entries-of.js';

/** Where words go: a vocabulary of the configuration, or a new one of a name. */
export type Chosen = { readonly vocabulary: Vocabulary } | { readonly newName: string };

/** What is known of the words. */
export interface Asked {
  /** What the command line says. */
  readonly name: string | undefined;
  /** The files that they are in, as the user typed them. */
  readonly files: readonly string[];
}

/**
 * Finds the vocabulary that words go into: the one that is named, else the only one, or the only one that includes the files,
 * else whichever is chosen at the terminal. @throws VocabError `usage` where nobody can tell, `config-invalid` where a
 * vocabulary that could not be read may be the one
 */
export async function chooseVocabulary(
  { name, files }: Asked,
  { vocabularies, unread_vocabularies }: Config,
  { interactive, prompts, cwd }: Context,
): Promise<Chosen> {
  const known = vocabularies.find((vocabulary) => vocabulary.name === name);
  // Nobody knows what it is called.
  if (known === undefined && unread_vocabularies > 0) throw unread(unread_vocabularies);
  if (name !== undefined) return named(name, vocabularies);
  const [only, ...others] = vocabularies;
  if (only === undefined)
    throw new VocabError('usage', 'the configuration has no vocabulary that the words could go into', {
      hint: 'name a new one: --vocabulary NAME makes it',
    });
  if (others.length === 0) return { vocabulary: only };
  const [including, ...further] = vocabularies.filter((one) =>
    files.every((file) => entriesOf(one, resolve(cwd, file), cwd).length > 0),
  );
  if (including !== undefined && further.length === 0) return { vocabulary: including };
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

function unread(count: number): VocabError {
  const some =
    count === 1 ? 'a vocabulary that is named there' : `${count} vocabularies that are named there`;
  return new VocabError('config-invalid', `the configuration has problems: ${some} cannot be read`, {
    hint: 'nothing was written; correct what is named above, since the words may be meant for it',
  });
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
