import { type Command, Option } from 'commander';
import { foreignForms } from '../../config/words/foreign/foreign-forms.js';
import { usualWeights, weightPolicies } from '../../import/words/weight-policy.js';
import { regions } from '../../model/catalogue/target-models.js';
import { deliveries } from '../../model/config.js';
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
    );
}

/** What `import` takes for the words of files. */
export function addImportWordsOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--vocabulary <name>',
        'the vocabulary that the words of files go into; a new one is made (default: the only one there is)',
      ),
    )
    .addOption(
      new Option(
        '--delivery <how>',
        'of a new vocabulary: a list of the account, or instant, with each request (default: list)',
      ).choices(deliveries),
    )
    .addOption(
      new Option('--model <model>', 'of a new vocabulary: what recognition runs with (default: the default)'),
    )
    .addOption(
      new Option(
        '--from <form>',
        'what the files are (default: their names and contents tell); text: a word a line, whatever it ends in',
      ).choices(foreignForms),
    )
    .addOption(
      new Option('--to <form>', 'the file that comes out (default: csv where it can hold the words)').choices(
        ['csv', 'yaml'],
      ),
    )
    .addOption(
      new Option('--weights <how>', 'weights of another scale: map them to 1 to 5, keep them, or drop them')
        .choices(weightPolicies)
        .default(usualWeights),
    );
}
