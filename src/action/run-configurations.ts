import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../cli/context.js';
import { exitCodes, worstExitCode } from '../cli/exit-code.js';
import { printable } from '../model/text/printable.js';
import { draw } from '../report/forms.js';
import type { Approvals } from './approval.js';
import { checkSections, evaluationSections } from './check-sections.js';
import { combineReports } from './combine-reports.js';
import { commandLine } from './command-line.js';
import type { Configurations } from './configurations.js';
import type { Inputs } from './inputs.js';
import type { Outcome, Part } from './outcome.js';
import { readReport, reportLook, runCommand } from './run-command.js';
import { withStop } from './stopped-apply.js';
import { endGroup, group } from './workflow-command.js';

export interface Task {
  readonly inputs: Inputs;
  readonly configurations: Configurations;
  readonly approvals: Approvals;
  /** A folder for the reports. */
  readonly temporary: string;
}

/** Runs the command on each configuration in turn, and makes one report of what they come to. */
export async function runConfigurations(task: Task, context: Context): Promise<Outcome> {
  const { inputs, configurations } = task;
  const { files, combined } = configurations;
  const folder = await mkdtemp(join(task.temporary, 'vocabsync-'));
  const parts: Part[] = [];
  for (const file of files) {
    const name = combined ? String(parts.length + 1) : inputs.command;
    const part = await runPart({ ...task, file, json: join(folder, `${name}.json`) }, context);
    parts.push(part);
    // Whoever reviewed all of it expects the order: production is not to be reached where staging was not.
    if (inputs.command === 'apply' && part.exitCode !== exitCodes.done) break;
  }
  const run = { parts, untried: files.slice(parts.length) };
  return combined ? together({ ...task, folder }, run, context) : alone(run, context);
}

interface PartTask extends Task {
  readonly file: string;
  readonly json: string;
}

async function runPart(task: PartTask, context: Context): Promise<Part> {
  const { inputs, configurations, approvals, file, json } = task;
  const approval = approvals.of(file);
  const args = commandLine({ ...inputs, config: file }, approval.digest, json);
  if (configurations.combined) context.stdout.write(group(printable(file)));
  const ended = await runCommand(args, context);
  if (configurations.combined) context.stdout.write(endGroup);
  return { file, approval, ...ended, ...(await readReport(json, ended.exitCode)) };
}

type Run = Pick<Outcome, 'parts' | 'untried'>;

async function alone(run: Run, context: Context): Promise<Outcome> {
  const [part] = run.parts;
  if (part === undefined) throw new TypeError('a step has a configuration');
  const { exitCode, json, file, account, saying } = part;
  return {
    ...run,
    exitCode,
    json,
    report: await draw('markdown', saying, reportLook(file, account, context)),
  };
}

interface FolderTask extends Task {
  readonly folder: string;
}

async function together({ inputs, folder }: FolderTask, run: Run, context: Context): Promise<Outcome> {
  const { command, config } = inputs;
  const codes = run.parts.map(({ exitCode }) => exitCode);
  // What it finds has no row of an account: a check knows none.
  if (command === 'validate') {
    return {
      ...run,
      exitCode: worstExitCode(codes),
      json: null,
      report: await checkSections(run.parts, context),
    };
  }
  // Words that are heard in one account add up to nothing with those of another.
  if (command === 'eval') {
    const files = run.parts.flatMap(({ json }) => json ?? []);
    return {
      ...run,
      exitCode: worstExitCode(codes),
      json: files.length === 0 ? null : files.join('\n'),
      report: await evaluationSections(run.parts, config, context),
    };
  }
  const json = join(folder, `${command}.json`);
  const { saying, exitCode } = await combineReports({ command, parts: run.parts, json }, context);
  const isCombined = saying.as === 'overview';
  const report = await draw('markdown', saying, reportLook(config, null, context));
  return {
    ...run,
    exitCode: worstExitCode(isCombined ? codes : [...codes, exitCode]),
    json: isCombined && command !== 'apply' ? json : null,
    report: command === 'apply' ? withStop(report, run) : report,
  };
}
