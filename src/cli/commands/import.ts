import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { type ImportOptions, refuseLists, refuseWords } from '../importing/import-options.js';

/** Makes vocabularies of what is elsewhere: lists of the account, or words in files. */
export async function importCommand(
  files: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<ExitCode> {
  if (files.length === 0) {
    refuseWords(options);
    const { importAccount } = await import('../importing/lists/import-account.js');
    return importAccount(options, context);
  }
  refuseLists(options);
  const { importWords } = await import('../importing/words/import-words.js');
  return importWords(files, options, context);
}
