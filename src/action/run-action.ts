import type { Context } from '../cli/context.js';
import { exitCodeOf } from '../cli/exit-code.js';
import { VocabError } from '../model/errors.js';
import { findApprovals } from './approval.js';
import { withBaseline } from './baseline.js';
import { findFiles } from './configurations.js';
import { type GitHub, openGitHub } from './github.js';
import { type Inputs, parseInputs } from './inputs.js';
import { publish } from './publish.js';
import { runConfigurations } from './run-configurations.js';
import { writeOutputs, writeSummary } from './runner-files.js';
import { outputsOf } from './step-outputs.js';
import { failureOf, verdict } from './verdict.js';
import { annotation, maskCommands } from './workflow-command.js';
import { readWorkflowRun, type WorkflowRun } from './workflow-run.js';

export interface ActionHost {
  /** The process of the step: its environment, and the workspace as the working directory. */
  readonly context: Context;
  /** The unit of the pauses before GitHub is asked again, in milliseconds. */
  readonly pause: number;
}

/** Runs one step of a workflow; resolves to the exit code that ends it. */
export async function runAction(host: ActionHost): Promise<number> {
  const { env, cwd } = host.context;
  try {
    return await runStep(parseInputs(env, env['GITHUB_WORKSPACE'] || cwd), host);
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { code, message, hint } = error;
    host.context.stdout.write(annotation('error', hint === null ? message : `${message}\n${hint}`));
    return exitCodeOf(code);
  }
}

async function runStep(given: Inputs, { context, pause }: ActionHost): Promise<number> {
  // Before anything else is printed.
  if (given.apiKey !== null) context.stdout.write(maskCommands(given.apiKey));
  const workflow = await readWorkflowRun(context.env);
  const github = connect(given, workflow, pause);
  const configurations = await findFiles(given, context.cwd);
  const inputs = await withBaseline(given, context);
  const approvals = await findApprovals(inputs, workflow, github);
  const task = { inputs, configurations, approvals, temporary: workflow.temporary };
  const outcome = await runConfigurations(task, contextOf(inputs, context));
  await writeOutputs(workflow.outputFile, outputsOf(inputs.command, outcome));
  await writeSummary(workflow.summaryFile, outcome.report);
  const told = await publish({ inputs, workflow, github, approvals, outcome }, context.stdout);
  const failure = failureOf(inputs, configurations, outcome);
  if (failure !== null) context.stdout.write(annotation('error', failure));
  return verdict({ inputs, outcome, told });
}

function connect({ token }: Inputs, { apiUrl, repository }: WorkflowRun, pause: number): GitHub | null {
  return token === null ? null : openGitHub({ apiUrl, repository, token, pause });
}

/** What the program finds in its environment; the key goes no other way. */
function contextOf({ apiKey, endpoint }: Inputs, context: Context): Context {
  const key = apiKey === null ? {} : { DASHSCOPE_API_KEY: apiKey };
  const host = endpoint === null ? {} : { VOCABSYNC_ENDPOINT: endpoint };
  // As a variable it yields to `--color` among the arguments. The log shows colours and is no terminal.
  const color = { VOCABSYNC_COLOR: context.env['VOCABSYNC_COLOR'] || 'always' };
  return { ...context, env: { ...context.env, ...key, ...host, ...color } };
}
