import type { Wanted } from '../../../import/account/choose-lists.js';
import type { Region } from '../../../model/catalogue/target-models.js';
import { isForTools } from '../../../model/disk.js';
import { VocabError } from '../../../model/errors.js';
import { quotable } from '../../../model/text/printable.js';
import type { Context } from '../../context.js';
import type { AccountOptions } from '../../options.js';

export interface ImportListsOptions extends AccountOptions {
  readonly all: boolean;
  readonly prefix: readonly string[];
  readonly id: readonly string[];
  /** The folder of the vocabulary files, from that of the configuration. */
  readonly dir: string;
  readonly dryRun: boolean;
  /** Where the account of a configuration lives that is not there yet. */
  readonly region?: Region;
}

/**
 * Says what the flags ask for; null: nothing, and somebody can be asked.
 * @throws VocabError `usage` where nobody can
 */
export function wantedBy({ all, prefix, id }: ImportListsOptions, { interactive }: Context): Wanted | null {
  const isNamed = prefix.length > 0 || id.length > 0;
  if (all && isNamed) {
    throw new VocabError('usage', '--all is given beside --prefix or --id', {
      hint: 'take every list with --all, or name some',
    });
  }
  if (all) return { kind: 'all' };
  if (isNamed) return { kind: 'named', prefixes: prefix, ids: id };
  if (interactive) return null;
  throw new VocabError(
    'usage',
    'nothing says which lists of the account to import, and nobody can be asked',
    {
      hint: 'add --all, or --prefix and --id (each repeatable); --dry-run shows what would come of it',
    },
  );
}

/** Reads the folder of `--dir`, separated by /; empty: that of the configuration. @throws VocabError `usage` */
export function folderOf({ dir }: Pick<ImportListsOptions, 'dir'>): string {
  const steps = dir.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
  const folder = steps.join('/');
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:)/.test(dir);
  if (!isAbsolute && !steps.includes('..') && !isForTools(folder) && !/[*?[\]{}\p{C}]/u.test(folder))
    return folder;
  throw new VocabError('usage', `--dir ${quotable(dir)} is no folder for vocabularies`, {
    hint: 'name one inside the folder of the configuration, such as --dir vocabularies, without * ? [ ] { }',
  });
}
