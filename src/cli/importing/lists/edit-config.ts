import { addEntries } from '../../../config/edit/add-entries.js';
import { addItems } from '../../../config/edit/add-items.js';
import { joined } from '../../../config/read/paths.js';
import type { ModelLine } from '../../../import/account/model-lines.js';
import { VocabError } from '../../../model/errors.js';
import { scalar } from '../../../model/yaml/scalar.js';

/* What an import adds to the configuration. Comments, order and every other byte stay; where they could not, nothing is done. */

/** @param file how the user would type the configuration @throws VocabError `config-invalid` */
export function withModels(text: string, lines: readonly ModelLine[], file: string): string {
  return lines.reduce((edited, { path, entry }) => {
    const next = addEntries(edited, path, [entry]);
    return 'text' in next ? next.text : refuse(next, next.by_hand, file);
  }, text);
}

/** @param folder of the vocabularies @throws VocabError `config-invalid` */
export function withVocabularies(
  text: string,
  paths: readonly string[],
  { file, folder }: { readonly file: string; readonly folder: string },
): string {
  const next = addItems(text, ['vocabularies'], paths.map(scalar));
  // A file that is not there yet would be an error, and a pattern that finds nothing is where an import begins.
  return 'text' in next
    ? next.text
    : refuse(next, `under \`vocabularies\`: - ${joined(folder, '*.yaml')}`, file);
}

/** @throws VocabError `config-invalid` */
export function withQuota(text: string, quota: number, file: string): string {
  const next = addEntries(text, ['account'], [['list_quota', String(quota)]]);
  return 'text' in next ? next.text : refuse(next, `under \`account\`: list_quota: ${quota}`, file);
}

function refuse({ refused }: { readonly refused: string }, by_hand: string, file: string): never {
  throw new VocabError('config-invalid', `${file} cannot be edited: ${refused}; nothing was written`, {
    hint: `write by hand, ${by_hand}; then run it again`,
  });
}
