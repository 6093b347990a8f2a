import { Argument, Command, Option } from 'commander';
import { regions } from '../model/catalogue/target-models.js';
import { outputFormats } from '../model/config.js';
import { documentKinds } from '../report/json/envelope.js';
import type { AffectedOptions } from './commands/affected.js';
import type { CombineOptions } from './commands/combine.js';
import type { DiffOptions } from './commands/diff.js';
import type { EmulatorOptions } from './commands/emulator.js';
import type { FmtOptions } from './commands/fmt.js';
import type { IdsOptions } from './commands/ids.js';
import type { PlanOptions } from './commands/plan.js';
import type { SchemaName } from './commands/schema.js';
import { type Shell, shells } from './completion/shells.js';
import type { Context } from './context.js';
import type { DoctorOptions } from './doctor/options.js';
import type { EvalOptions } from './evaluating/eval-options.js';
import type { ExitCode } from './exit-code.js';
import { addEmulatorOptions } from './flags/emulator-options.js';
import { addEvalOptions } from './flags/eval-options.js';
import { addImportListsOptions, addImportWordsOptions } from './flags/import-options.js';
import { addInitOptions } from './flags/init-options.js';
import type { ImportOptions } from './importing/import-options.js';
import type { InitOptions } from './init/init-options.js';
import {
  type AccountOptions,
  addAccountOptions,
  addAllowOption,
  addCommonOptions,
  addConfigOption,
  addConnectionOptions,
  addLookOptions,
  addOutOption,
  addReportOptions,
  addShapingOptions,
  addWriteOptions,
  type CommonOptions,
  type WriteOptions,
} from './options.js';

/* What each command takes and says of itself. Its code is loaded when it is called, and not before. */

type End = (code: ExitCode) => void;

type Create = (context: Context, end: End) => Command;

/** In the order of the help. */
const commandsByName: ReadonlyMap<string, Create> = new Map([
  ['init', initCommand],
  ['import', importCommand],
  ['validate', validateCommand],
  ['fmt', fmtCommand],
  ['plan', planCommand],
  ['apply', applyCommand],
  ['drift', driftCommand],
  ['eval', evalCommand],
  ['diff', diffCommand],
  ['affected', affectedCommand],
  ['combine', combineCommand],
  ['ids', idsCommand],
  ['doctor', doctorCommand],
  ['restore', restoreCommand],
  ['emulator', emulatorCommand],
  ['schema', schemaCommand],
  ['completion', completionCommand],
]);

/**
 * Every command, in the order of the help.
 * @internal to be asked by the pages of the commands
 */
export const commands: readonly Create[] = [...commandsByName.values()];

/**
 * The commands that it takes to understand a command line. One that begins with a command is about no other, and to make
 * all of them takes 4 ms; help and misspelt names are about all of them, and completion says what there is.
 */
export function commandsFor([first = '', ...others]: readonly string[]): readonly Create[] {
  if (first === '--version' && others.length === 0) return [];
  const named = commandsByName.get(first);
  return named === undefined || named === completionCommand ? commands : [named];
}

function initCommand(context: Context, end: End): Command {
  return addInitOptions(addReportOptions(new Command('init')))
    .description('write a configuration, a first vocabulary and workflows; asks at a terminal')
    .addHelpText(
      'after',
      examples(
        'vocabsync init',
        'vocabsync init --yes',
        "vocabsync init --dir speech --region beijing --namespace acme --word 窦性心律 --word 'Acme Health' --ci gitlab",
      ),
    )
    .action(async (options: InitOptions) => {
      const { init } = await import('./commands/init.js');
      end(await init(options, context));
    });
}

function importCommand(context: Context, end: End): Command {
  const command = addOutOption(addAccountOptions(new Command('import')));
  return addImportWordsOptions(addImportListsOptions(command))
    .addOption(new Option('--dry-run', 'only say what would be written').default(false))
    .description('make vocabularies of lists in the account, or take the words of files into one')
    .argument('[files...]', 'files of words, or - for stdin; without them, lists of the account')
    .addHelpText(
      'after',
      examples(
        'vocabsync import --all --dry-run',
        'vocabsync import --all',
        'vocabsync import --prefix acmemed --prefix acmesup',
        'vocabsync import hotwords.txt --vocabulary medical',
        'cut -f1,2 terms.tsv | vocabsync import - --from tsv --vocabulary medical',
      ),
    )
    .action(async (files: readonly string[], options: ImportOptions) => {
      const { importCommand: run } = await import('./commands/import.js');
      end(await run(files, options, context));
    });
}

function validateCommand(context: Context, end: End): Command {
  return addOutOption(addCommonOptions(new Command('validate')))
    .description('check the configuration, offline')
    .addHelpText(
      'after',
      examples('vocabsync validate', 'vocabsync validate --format json | jq .diagnostics'),
    )
    .action(async (options: CommonOptions) => {
      const { validate } = await import('./commands/validate.js');
      end(await validate(options, context));
    });
}

function fmtCommand(context: Context, end: End): Command {
  return addCommonOptions(new Command('fmt'))
    .description('bring the YAML of the configuration into its canonical form, comments kept')
    .argument('[files...]', 'files, or - for stdin (default: the configuration and every YAML file it names)')
    .addOption(new Option('--check', 'write nothing; exit with 2 when there is work').default(false))
    .addOption(new Option('--sort', 'sort hotwords, too').default(false))
    .addHelpText(
      'after',
      examples(
        'vocabsync fmt',
        'vocabsync fmt --check --format github',
        'vocabsync fmt --sort vocabularies/medical.yaml',
        'vocabsync fmt - < draft.yaml',
      ),
    )
    .action(async (files: readonly string[], options: FmtOptions) => {
      const { fmt } = await import('./commands/fmt.js');
      end(await fmt(files, options, context));
    });
}

function planCommand(context: Context, end: End): Command {
  const command = addOutOption(addShapingOptions(addAccountOptions(new Command('plan'))));
  return command
    .description('show what apply would do; changes nothing')
    .addOption(new Option('--detailed-exitcode', 'exit with 2 when there are changes').default(false))
    .addHelpText(
      'after',
      examples(
        'vocabsync plan',
        'vocabsync plan --detailed-exitcode --out plan.json --out plan.md --out plan.html',
      ),
    )
    .action(async (options: PlanOptions) => {
      const { plan } = await import('./commands/plan.js');
      end(await plan(options, context));
    });
}

function diffCommand(context: Context, end: End): Command {
  return addOutOption(addCommonOptions(new Command('diff')))
    .description('show what a change of the configuration comes to, offline and without a key')
    .addOption(
      new Option(
        '--base <ref>',
        'a commit to compare with (REF... for where this branch left it), or a folder such as ./old',
      ),
    )
    .addOption(new Option('--detailed-exitcode', 'exit with 2 when there are changes').default(false))
    .addHelpText(
      'after',
      examples(
        'vocabsync diff --base origin/main',
        'vocabsync diff --base HEAD~1 --out words.html',
        'vocabsync diff --base ./last-release --format markdown',
      ),
    )
    .action(async (options: DiffOptions) => {
      const { diff } = await import('./commands/diff.js');
      end(await diff(options, context));
    });
}

function driftCommand(context: Context, end: End): Command {
  return addOutOption(addAccountOptions(new Command('drift')))
    .description('say how the account differs from the configuration, for cron: exit 2 when it does')
    .addHelpText(
      'after',
      examples(
        'vocabsync drift',
        'vocabsync drift --format json | jq .drift',
        'vocabsync drift --out drift.md',
      ),
    )
    .action(async (options: AccountOptions) => {
      const { drift } = await import('./commands/drift.js');
      end(await drift(options, context));
    });
}

function evalCommand(context: Context, end: End): Command {
  return addEvalOptions(addOutOption(addAccountOptions(new Command('eval'), '60s')))
    .description('say whether recognition hears the words, with and without them; changes nothing')
    .argument('[evaluations...]', 'names under `evaluations` (default: all of them)')
    .addHelpText(
      'after',
      examples(
        'vocabsync eval',
        'vocabsync eval ward --yes --max-audio 10m --out eval.json --out eval.md',
        'vocabsync eval --consumer ward-dictation --clips clips/ward.jsonl',
        'vocabsync eval --replay answers.json --baseline eval.json',
      ),
    )
    .action(async (names: readonly string[], options: EvalOptions) => {
      const { evaluate } = await import('./commands/eval.js');
      end(await evaluate(names, options, context));
    });
}

function applyCommand(context: Context, end: End): Command {
  const command = addWriteOptions(addShapingOptions(addAccountOptions(new Command('apply'))));
  return command
    .description('plan afresh and, once approved, change the account')
    .argument('[plan]', 'a file of `plan --out`: apply exactly this, or nothing')
    .addHelpText(
      'after',
      examples(
        'vocabsync apply',
        'vocabsync apply plan.json',
        'vocabsync apply --expect-digest vs2:sha256:…',
        'vocabsync apply --yes --retire',
      ),
    )
    .action(async (file: string | undefined, options: WriteOptions) => {
      const { apply } = await import('./commands/apply.js');
      end(await apply(file, options, context));
    });
}

function affectedCommand(context: Context, end: End): Command {
  return addOutOption(addReportOptions(new Command('affected')))
    .description('say which configurations a change reaches, offline: a matrix for CI')
    .argument(
      '[patterns...]',
      'files, or patterns such as envs/*/vocab.config.yaml (default: **/vocab.config.yaml)',
    )
    .addOption(
      new Option(
        '--base <ref>',
        'a commit to compare with (REF... for where this branch left it)',
      ).makeOptionMandatory(),
    )
    .addHelpText(
      'after',
      examples(
        'vocabsync affected --base origin/main...',
        "vocabsync affected --base HEAD^ --format json 'envs/*/vocab.config.yaml' | jq -c .configs",
      ),
    )
    .action(async (patterns: readonly string[], options: AffectedOptions) => {
      const { affected } = await import('./commands/affected.js');
      end(await affected(patterns, options, context));
    });
}

function combineCommand(context: Context, end: End): Command {
  return addOutOption(addReportOptions(new Command('combine')))
    .description('show plans, diffs, drifts, evaluations or results of several accounts as one report')
    .argument('<files...>', 'documents of `--out FILE.json`, of one kind')
    .addOption(new Option('--detailed-exitcode', 'exit with 2 when there are changes').default(false))
    .addHelpText(
      'after',
      examples(
        'vocabsync combine staging.json production.json',
        'vocabsync combine plans/*.json --out all.md --out all.html',
      ),
    )
    .action(async (files: readonly string[], options: CombineOptions) => {
      const { combine } = await import('./commands/combine.js');
      end(await combine(files, options, context));
    });
}

function idsCommand(context: Context, end: End): Command {
  const command = addLookOptions(addConnectionOptions(addConfigOption(new Command('ids'))));
  return command
    .description(
      'print what applications recognise with: model, id and words of each consumer; changes nothing',
    )
    .addOption(new Option('--format <format>', 'how it is written').choices(outputFormats).default('json'))
    .addOption(new Option('--consumer <name>', 'only what this consumer needs'))
    .addOption(new Option('--write', 'also write the files under `outputs`').default(false))
    .addHelpText(
      'after',
      examples(
        'vocabsync ids | jq .consumers',
        'vocabsync ids --format dotenv --consumer ward-dictation > .env',
        'vocabsync ids --write',
      ),
    )
    .action(async (options: IdsOptions) => {
      const { ids } = await import('./commands/ids.js');
      end(await ids(options, context));
    });
}

function restoreCommand(context: Context, end: End): Command {
  const command = addWriteOptions(addAllowOption(addAccountOptions(new Command('restore'))));
  return command
    .description('bring back what an apply overwrote or deleted')
    .argument('<folder>', 'a folder below .vocabsync/backups, as the report of the apply names it')
    .addHelpText('after', examples('vocabsync restore .vocabsync/backups/20261122T101500Z-4711'))
    .action(async (folder: string, options: WriteOptions) => {
      const { restore } = await import('./commands/restore.js');
      end(await restore(folder, options, context));
    });
}

function doctorCommand(context: Context, end: End): Command {
  return addOutOption(addAccountOptions(new Command('doctor')))
    .description('say why hotwords may not work, each check with evidence and the next step; changes nothing')
    .addOption(new Option('--region <region>', 'ask there, whatever the configuration says').choices(regions))
    .addOption(new Option('--vocabulary-id <id>', 'look at one list only; needs no configuration'))
    .addOption(new Option('--model <model>', 'what recognition is called with, beside --vocabulary-id'))
    .addOption(new Option('--scan <dir>', 'also look for ids and models in the source code of a folder'))
    .addHelpText(
      'after',
      examples(
        'vocabsync doctor',
        'vocabsync doctor --scan src',
        'vocabsync doctor --region singapore --vocabulary-id vocab-… --model fun-asr-realtime',
      ),
    )
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./commands/doctor.js');
      end(await doctor(options, context));
    });
}

function emulatorCommand(context: Context, end: End): Command {
  return addEmulatorOptions(addCommonOptions(new Command('emulator')))
    .description('serve the vendor’s API locally, with a page that shows the account')
    .addHelpText(
      'after',
      examples(
        'vocabsync emulator --port 8787',
        'vocabsync emulator --latency 100ms --fault create:cut-after',
        'vocabsync emulator --recordings clips/recordings.json',
      ),
    )
    .action(async (options: EmulatorOptions) => {
      const { emulator } = await import('./commands/emulator.js');
      end(await emulator(options, context));
    });
}

function schemaCommand(context: Context, end: End): Command {
  return new Command('schema')
    .description('print the JSON Schema of a file that people write, or of a document that programs read')
    .addArgument(new Argument('<kind>', 'of which').choices(['config', 'vocabulary', ...documentKinds]))
    .addHelpText(
      'after',
      examples('vocabsync schema config > config.schema.json', 'vocabsync schema plan > plan.schema.json'),
    )
    .action(async (name: SchemaName) => {
      const { schema } = await import('./commands/schema.js');
      end(await schema(name, context));
    });
}

function completionCommand(context: Context, end: End): Command {
  return new Command('completion')
    .description('print what makes a shell complete commands, options and names of the configuration')
    .addArgument(new Argument('<shell>', 'for which').choices(shells))
    .argument('[words...]', 'behind --: a command line, of which is said how it may go on; used by the shell')
    .addHelpText(
      'after',
      examples('source <(vocabsync completion bash)', 'vocabsync completion fish | source'),
    )
    .action(async function (this: Command, shell: Shell, words: readonly string[]) {
      const { completion } = await import('./commands/completion.js');
      end(await completion({ shell, words, program: this.parent ?? this }, context));
    });
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
