import { type Command, Option } from 'commander';
import { foreignForms } from '../../config/words/foreign/foreign-forms.js';
import { weightPolicies } from '../../import/words/weight-policy.js';

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
        .default('map'),
    )
    .addOption(new Option('--dry-run', 'say what would be written, and write nothing').default(false));
}
