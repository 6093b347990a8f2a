import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Context, Output } from '../cli/context.js';
import { type ExitCode, exitCodes } from '../cli/exit-code.js';
import { printBug } from '../cli/print-bug.js';
import { run } from '../cli/program.js';
import type { Approval } from './approval.js';
import { commandLine, type ReportFiles } from './command-line.js';
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
  /** The report for people; null when the command has none, or failed before it had one. */
  readonly markdown: string | null;
  /** The file with the report for programs, and what it says; null likewise. */
  readonly json: string | null;
  readonly document: ReportDocument | null;
  /** Everything that was printed, without colours. */
  readonly log: string;
}

export interface Task {
  readonly inputs: Inputs;
  readonly approval: Approval;
  /** A folder for the reports. */
  readonly temporary: string;
}

/** Runs the program in this process as a shell would: it prints to the log, and its reports are kept. */
export async function runCommand({ inputs, approval, temporary }: Task, context: Context): Promise<Outcome> {
  const folder = await mkdtemp(join(temporary, 'vocabsync-'));
  const { command } = inputs;
  const files = { json: join(folder, `${command}.json`), markdown: join(folder, `${command}.md`) };
  const log: string[] = [];
  const printed: string[] = [];
  const stdout = recorded(context.stdout, log, printed);
  const stderr = recorded(context.stderr, log);
  const exitCode = await runOrReport(commandLine(inputs, approval.digest, files), {
    ...context,
    stdout,
    stderr,
  });
  const reports = await readReports(files, exitCode);
  return {
    exitCode,
    ...reports,
    markdown: command === 'apply' ? textOrNull(printed) : reports.markdown,
    log: stripVTControlCharacters(log.join('')),
  };
}

const reported: readonly ExitCode[] = [exitCodes.done, exitCodes.changes, exitCodes.blocked];

/** Of a command that failed, a file is no report: it may have been written before another one could not be. */
async function readReports(
  files: ReportFiles,
  exitCode: ExitCode,
): Promise<Pick<Outcome, 'markdown' | 'json' | 'document'>> {
  if (!reported.includes(exitCode)) return { markdown: null, json: null, document: null };
  const json = await readIfThere(files.json);
  return {
    markdown: await readIfThere(files.markdown),
    json: json === null ? null : files.json,
    document: json === null ? null : (JSON.parse(json) as ReportDocument),
  };
}

async function runOrReport(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await run(args, context);
  } catch (error) {
    return printBug(error, context);
  }
}

function recorded({ isTTY, write }: Output, ...records: readonly string[][]): Output {
  return {
    isTTY,
    write(text) {
      for (const record of records) record.push(text);
      write(text);
    },
  };
}

function textOrNull(texts: readonly string[]): string | null {
  const text = texts.join('');
  return text.trim() === '' ? null : text;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
