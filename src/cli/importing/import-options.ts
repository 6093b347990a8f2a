import { usualWeights } from '../../import/words/weight-policy.js';
import { VocabError } from '../../model/errors.js';
import { usualFolder } from '../flags/import-options.js';
import type { ImportListsOptions } from './lists/list-options.js';
import type { ImportWordsOptions } from './words/words-options.js';

/** Lists of an account or words of files; each takes flags that mean nothing to the other. */
export interface ImportOptions extends ImportListsOptions, ImportWordsOptions {}

/** Words of files have nothing to do with the lists of an account. @throws VocabError `usage` */
export function refuseLists({ all, prefix, id, region, dir }: ImportOptions): void {
  const isAboutLists = all || prefix.length > 0 || id.length > 0 || region !== undefined;
  if (!isAboutLists && dir === usualFolder) return;
  throw new VocabError('usage', 'files of words are imported apart from lists of the account', {
    hint: 'leave out --all, --prefix, --id, --dir and --region, or the files',
  });
}

/** Lists of an account have their own form and weights. @throws VocabError `usage` */
export function refuseWords({ vocabulary, delivery, model, from, to, weights }: ImportOptions): void {
  const isAboutWords = [vocabulary, delivery, model, from, to].some((value) => value !== undefined);
  if (!isAboutWords && weights === usualWeights) return;
  throw new VocabError('usage', 'no file of words was named', {
    hint: 'name the files, or leave out --vocabulary, --delivery, --model, --from, --to and --weights for lists of the account',
  });
}
