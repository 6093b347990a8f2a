import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../cli/context.js';
import { type ExitCode, exitCodes } from '../cli/exit-code.js';
import { lookOf } from '../cli/look.js';
import { printBug } from '../cli/print-bug.js';
import { run } from '../cli/program.js';
import { VocabError } from '../model/errors.js';
import type { Saying } from '../report/form.js';
import { draw } from '../report/forms.js';
import { errorOnlyDocument } from '../report/json/documents.js';
import { viewFailure } from '../report/view/failure-view.js';
import type { Approval } from './approval.js';
import { commandLine } from './command-line.js';
import type { Inputs } from './inputs.js';

/** What later steps may want to know of a report; a field that a command does not have is missing. */
export interface ReportDocument {
  readonly digest?: string;
  readonly summary?: { readonly create: number; readonly update: number; readonly delete: number };
  /** What `drift` has found. */
  readonly drift?: readonly unknown[];
}

export interface Outcome {
  readonly exitCode: ExitCode;
  /** Markdown: the report of the command, or why it has none. It begins with the marker of its command. */
  readonly report: string;
  /** The file with the report for programs, and what it says; null when the command failed before it had one. */
  readonly json: string | null;
  readonly document: ReportDocument | null;
}

export interface Task {
  readonly inputs: Inputs;
  readonly approval: Approval;
  /** A folder for the reports. */
  readonly temporary: string;
}

/** Runs the program in this process as a shell would, and keeps what it says in the place of a report. */
export async function runCommand({ inputs, approval, temporary }: Task, context: Context): Promise<Outcome> {
  const { command, config } = inputs;
  const json = join(await mkdtemp(join(temporary, 'vocabsync-')), `${command}.json`);
  let said: Saying | null = null;
  let account: string | null = null;
  const onSaid = (saying: Saying, of: string | null): void => {
    said = saying;
    account = of;
  };
  const exitCode = await runOrReport(commandLine(inputs, approval.digest, json), { ...context, onSaid });
  const saying = asReport(said ?? nothingSaid(exitCode, context), command);
  const options = { format: 'markdown', color: 'never', quiet: false, verbose: false, config } as const;
  const look = lookOf({ options, context, account });
  return { exitCode, report: await draw('markdown', saying, look), ...(await readJson(json, exitCode)) };
}

/** A command line that is not understood is no command's, but its report belongs where that of the command would be. */
function asReport(saying: Saying, command: string): Saying {
  if (saying.as !== 'failure') return saying;
  return { ...saying, view: () => ({ ...saying.view(), kind: command }) };
}

/** What stands in the place of a report when the program met a bug of its own. */
function nothingSaid(exitCode: ExitCode, { version }: Context): Saying {
  const error = new VocabError('unexpected', `vocabsync ended with exit code ${exitCode} and no report`, {
    hint: 'the log of this step says why',
  });
  return {
    as: 'failure',
    view: () => viewFailure({ kind: 'error', error }),
    document: () => errorOnlyDocument({ kind: 'error', version, about: null }, error, []),
  };
}

const reported: readonly ExitCode[] = [exitCodes.done, exitCodes.changes, exitCodes.blocked];

/** Reads the report; the file of a command that failed is none: it may have been written before another one could not be. */
async function readJson(json: string, exitCode: ExitCode): Promise<Pick<Outcome, 'json' | 'document'>> {
  const text = reported.includes(exitCode) ? await readIfThere(json) : null;
  return text === null
    ? { json: null, document: null }
    : { json, document: JSON.parse(text) as ReportDocument };
}

async function runOrReport(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await run(args, context);
  } catch (error) {
    return printBug(error, context);
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
