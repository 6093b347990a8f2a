import { Command, CommanderError } from 'commander';
import { VocabError } from '../model/errors.js';
import { printable } from '../model/text/printable.js';
import { type Format, formats } from '../report/forms.js';
import { commandsFor, examples } from './command-lines.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { refuseRepeated } from './flags/refuse-repeated.js';
import { applyEnvironment } from './options.js';
import { canWriteOver } from './progress/can-write-over.js';

/** Runs the command line and says how it ended. Each command's code is loaded only when it is called. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  if (!canWriteOver(context)) return runOn(args, context);
  const { withLiveLines } = await import('./progress/with-live-lines.js');
  return withLiveLines(context, (live) => runOn(args, live));
}

async function runOn(args: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = createProgram(args, context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Asking for help or the version is no mistake, though commander throws for it.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    return misused(error, args, context);
  }
}

/** The command line, or a variable in its stead, is wrong. What commander objects to it has said on stderr itself. */
async function misused(error: unknown, args: readonly string[], context: Context): Promise<ExitCode> {
  const usage = error instanceof CommanderError ? usageError(error) : error;
  if (!(usage instanceof VocabError)) throw error;
  const format = formatIn(args, context);
  const isSaid = error instanceof CommanderError && format !== 'json';
  const { fail } = await import('./invoke.js');
  const stderr = isSaid ? { ...context.stderr, write: () => {} } : context.stderr;
  const options = { format, color: 'auto', quiet: false, verbose: false } as const;
  return fail(usage, { kind: 'error', options, context: { ...context, stderr } });
}

function usageError({ message }: CommanderError): VocabError {
  return new VocabError(
    'usage',
    printable(
      guessed(message)
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' '),
    ),
  );
}

/** Whoever reads a form gets it, even when the options could not be parsed. */
function formatIn(args: readonly string[], { env }: Context): Format {
  const at = args.lastIndexOf('--format');
  const joined = args.findLast((arg) => arg.startsWith('--format='))?.slice('--format='.length);
  const given = (at >= 0 ? args[at + 1] : joined) ?? env['VOCABSYNC_FORMAT'];
  return formats.find((name) => name === given) ?? 'text';
}

function createProgram(args: readonly string[], context: Context, end: (code: ExitCode) => void): Command {
  const program = new Command('vocabsync')
    .description('Hotword vocabularies as code: reconciles DashScope hotword lists with YAML files.')
    .version(context.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help, with examples')
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: context.stdout.write,
      writeErr: (text) => context.stderr.write(printableLines(guessed(text))),
    })
    .addHelpText(
      'after',
      examples('vocabsync validate', 'vocabsync plan --endpoint emulator', 'vocabsync apply'),
    );
  for (const create of commandsFor(args)) {
    program.addCommand(refuseRepeated(create(context, end)).copyInheritedSettings(program));
  }
  program.hook('preAction', (_program, command) => {
    if (context.unusable !== undefined) throw context.unusable;
    applyEnvironment(command, context);
  });
  return program;
}

/** Commander knows how names are spelt, and not what they mean: `evaluate` is nearer to `validate` than to `eval`. */
function guessed(text: string): string {
  return text.replace(/(unknown command 'evaluat\w*'\n\(Did you mean )\w+\?/, '$1eval?');
}

/** What commander objects to repeats the arguments, and one of them may be a key. */
function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
