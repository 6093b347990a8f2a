import { type Command, Option } from 'commander';
import { regions } from '../../model/catalogue/target-models.js';
import { collect } from '../parse-option.js';

/** Where the vocabularies are, beside the configuration. */
export const usualFolder = 'vocabularies';

/** What `import` takes for the lists of an account. */
export function addImportListsOptions(command: Command): Command {
  return command
    .addOption(new Option('--all', 'every list that no vocabulary has yet').default(false))
    .addOption(
      new Option('--prefix <prefix>', 'the lists of a prefix (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(new Option('--id <id>', 'one list (repeatable)').argParser(collect).default([], 'none'))
    .addOption(
      new Option('--dir <folder>', 'of the vocabulary files, beside the configuration').default(usualFolder),
    )
    .addOption(
      new Option(
        '--region <region>',
        'of a configuration that is not there yet (default: the one that the key works in)',
      ).choices(regions),
    )
    .addOption(new Option('--dry-run', 'only say what would be written').default(false));
}
