import { readFile } from 'node:fs/promises';
import type { Context } from '../cli/context.js';
import { type ExitCode, exitCodes } from '../cli/exit-code.js';
import { run } from '../cli/program.js';
import { lookOf } from '../cli/showing/look.js';
import { printBug } from '../cli/showing/print-bug.js';
import { VocabError } from '../model/errors.js';
import type { Look, Saying } from '../report/form.js';
import { errorOnlyDocument } from '../report/json/documents.js';
import { viewFailure } from '../report/view/failure-view.js';

/** What later steps may want to know of a report; a field that a command does not have is missing. */
export interface ReportDocument {
  readonly digest?: string;
  readonly summary?: { readonly create: number; readonly update: number; readonly delete: number };
  /** What `drift` has found. */
  readonly drift?: readonly unknown[];
}

/** How a run of the program ended, and what it had to say. */
export interface Ended {
  readonly exitCode: ExitCode;
  /** The report of the command, or why it has none. */
  readonly saying: Saying;
  /** What people call the account; null where it has no name, or nobody knows. */
  readonly account: string | null;
}

/** Runs the program in this process as a shell would, and keeps what it says in the place of a report. */
export async function runCommand(args: readonly [string, ...string[]], context: Context): Promise<Ended> {
  const [command] = args;
  let said: Saying | null = null;
  let account: string | null = null;
  const onSaid = (saying: Saying, of: string | null): void => {
    said = saying;
    account = of;
  };
  const exitCode = await runOrReport(args, { ...context, onSaid });
  return { exitCode, saying: asReport(said ?? nothingSaid(exitCode, context), command), account };
}

/** How a report is drawn that stands in a comment, an issue or a summary. */
export function reportLook(config: string, account: string | null, context: Context): Look {
  const options = { format: 'markdown', color: 'never', quiet: false, verbose: false } as const;
  return { ...lookOf({ options, context, account }), config };
}

/** A command line that is not understood is no command's, but its report belongs where that of the command would be. */
function asReport(saying: Saying, command: string): Saying {
  if (saying.as !== 'failure') return saying;
  return {
    ...saying,
    view: () => ({ ...saying.view(), kind: command }),
    document: () => ({ ...saying.document(), kind: command }),
  };
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

/** `partial` is for an evaluation of which some clips failed: what the others show is said all the same. */
const reported: readonly ExitCode[] = [
  exitCodes.done,
  exitCodes.changes,
  exitCodes.blocked,
  exitCodes.partial,
];

/** A report for programs: its file, and what it says; null when the command failed before it had one. */
export interface ReportFile {
  readonly json: string | null;
  readonly document: ReportDocument | null;
}

/** Reads the report; the file of a command that failed is none: it may have been written before another one could not be. */
export async function readReport(json: string, exitCode: ExitCode): Promise<ReportFile> {
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
