import { VocabError } from '../../model/errors.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { importAccount } from '../importing/import-account.js';
import { type ImportOptions, refuseLists } from '../importing/list-options.js';

/** Makes vocabularies of what is elsewhere: lists of the account, or words in files. */
export async function importCommand(
  files: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<ExitCode> {
  if (files.length === 0) return importAccount(options, context);
  refuseLists(options);
  // To be joined: const { importWords } = await import('../importing/import-words.js');
  //               return importWords(files, options, context);
  throw new VocabError('usage', 'words of files cannot be imported yet');
}
