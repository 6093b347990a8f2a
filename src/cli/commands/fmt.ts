import { hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { sayFiles } from '../../report/say/say-files.js';
import type { FilesReport } from '../../report/view/files-view.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodeOf, exitCodes } from '../exit-code.js';
import {
  type FormattedFiles,
  formatFiles,
  formatInput,
  namedByConfig,
  namedByUser,
} from '../formatting/read-files.js';
import { outcomeOf, type Written, writeFiles } from '../formatting/write-files.js';
import type { Invocation } from '../invocation.js';
import { fail, invokeAlone } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';
import { printError } from '../showing/show-failure.js';

export interface FmtOptions extends CommonOptions {
  readonly check: boolean;
  readonly sort: boolean;
}

type Formatting = Invocation<FmtOptions>;

/** Brings YAML into its canonical form: files, or the whole configuration, or what comes from a pipe. */
export async function fmt(
  files: readonly string[],
  options: FmtOptions,
  context: Context,
): Promise<ExitCode> {
  return invokeAlone({ kind: 'fmt', options, context }, async (invocation) => {
    if (files.includes('-')) return pipe(files, invocation);
    const { cwd } = context;
    const named = files.length > 0 ? namedByUser(files) : await namedByConfig(options.config, cwd);
    const read = await formatFiles(named, { cwd, sort: options.sort });
    if (options.check || hasErrors(read.diagnostics)) return tell(read, wayOn(files, options), invocation);
    const written = await writeFiles(read.files);
    await say(reportOf(read, { ...written, dry_run: false, next: [] }), read, invocation);
    return endOf(written, invocation);
  });
}

/** Nothing is written unless all of it can be: then it is only said what would be. */
async function tell(
  read: FormattedFiles,
  next: readonly string[],
  invocation: Formatting,
): Promise<ExitCode> {
  const outcomes = read.files.map(outcomeOf);
  const hasWork = outcomes.some(({ action }) => action === 'change');
  const isReady = hasWork && !hasErrors(read.diagnostics);
  await say(reportOf(read, { outcomes, dry_run: true, next: isReady ? next : [] }), read, invocation);
  if (hasErrors(read.diagnostics)) return exitCodes.invalid;
  return hasWork ? exitCodes.changes : exitCodes.done;
}

/** The same without --check; none where a name would mean something to the shell. */
function wayOn(files: readonly string[], { sort, config }: FmtOptions): string[] {
  const words = [...(sort ? ['--sort'] : []), ...(config === undefined ? [] : ['-c', config]), ...files];
  return words.every((word) => /^[\p{L}\p{N}_./@%+:=,-]+$/u.test(word))
    ? [['vocabsync fmt', ...words].join(' ')]
    : [];
}

function reportOf(
  { diagnostics }: FormattedFiles,
  { outcomes, dry_run, next }: Pick<Written, 'outcomes'> & Pick<FilesReport, 'dry_run' | 'next'>,
): FilesReport {
  return { kind: 'fmt', dry_run, files: outcomes, notes: [], diagnostics, next };
}

async function say(report: FilesReport, { sources }: FormattedFiles, invocation: Formatting): Promise<void> {
  await show(sayFiles(report, { ...tellerOf(invocation), sources }), invocation);
}

async function endOf({ outcomes, failure }: Written, invocation: Formatting): Promise<ExitCode> {
  if (failure === null) return exitCodes.done;
  await printError(failure, invocation);
  return outcomes.some(({ action }) => action === 'change') ? exitCodes.partial : exitCodeOf(failure.code);
}

/** The result is the text itself, so there is no room for anything else on stdout. */
async function pipe(files: readonly string[], invocation: Formatting): Promise<ExitCode> {
  const { options, context } = invocation;
  const { input } = context;
  if (files.length > 1) throw misuse('- stands for stdin, and takes no other files beside it');
  if (input === undefined) throw misuse('there is nothing to read from stdin');
  if (!options.check && options.format !== 'text')
    throw misuse(`--format ${options.format} leaves no room for the text`);
  const read = formatInput(await input(), options.sort);
  if (options.check) return tell(read, [], invocation);
  const [file] = read.files;
  const formatted = file?.formatted ?? null;
  if (formatted === null) {
    const error = new VocabError('config-invalid', 'stdin cannot be formatted', {
      hint: 'correct what is named above',
    });
    const { diagnostics, sources } = read;
    return fail(error, { ...invocation, checked: { ...invocation.checked, diagnostics, sources } });
  }
  context.stdout.write(formatted.text);
  return exitCodes.done;
}

function misuse(message: string): VocabError {
  return new VocabError('usage', message, { hint: 'cat words.yaml | vocabsync fmt -' });
}
