import { readFile } from 'node:fs/promises';
import { VocabError } from '../model/errors.js';

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** The run of a workflow that this step is part of. */
export interface WorkflowRun {
  readonly repository: RepositoryName;
  readonly sha: string;
  /** What it runs for, in full: `refs/heads/main`, so that no tag passes for a branch. null where there is none. */
  readonly ref: string | null;
  /** The number of the pull request the run is for; null after any other event. */
  readonly pullRequest: number | null;
  /** The page with the log. */
  readonly url: string;
  /** Where GitHub's REST API begins; other than the public one on an Enterprise server. */
  readonly apiUrl: string;
  /** An empty folder that lives as long as the job. */
  readonly temporary: string;
  /** Files the runner reads when the step is over; null where the runner is too old to have them. */
  readonly outputFile: string | null;
  readonly summaryFile: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what the runner says of the run. @throws VocabError `usage` outside of a workflow */
export async function readWorkflowRun(env: Environment): Promise<WorkflowRun> {
  const name = need('GITHUB_REPOSITORY', env);
  const [owner = '', repo = ''] = name.split('/');
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return {
    repository: { owner, repo },
    sha: need('GITHUB_SHA', env),
    ref: env['GITHUB_REF'] ?? null,
    pullRequest: pullRequestOf(await readEvent(env)),
    url: `${server}/${name}/actions/runs/${need('GITHUB_RUN_ID', env)}`,
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    temporary: need('RUNNER_TEMP', env),
    outputFile: env['GITHUB_OUTPUT'] ?? null,
    summaryFile: env['GITHUB_STEP_SUMMARY'] ?? null,
  };
}

function need(variable: string, env: Environment): string {
  const value = env[variable];
  if (value !== undefined && value !== '') return value;
  throw new VocabError('usage', `${variable} is not set`, {
    hint: 'run this as a step of a GitHub workflow; anywhere else, use the command line',
  });
}

async function readEvent(env: Environment): Promise<unknown> {
  const file = env['GITHUB_EVENT_PATH'];
  return file === undefined ? null : JSON.parse(await readFile(file, 'utf8'));
}

function pullRequestOf(event: unknown): number | null {
  const { pull_request } = (event ?? {}) as { readonly pull_request?: { readonly number?: unknown } };
  return typeof pull_request?.number === 'number' ? pull_request.number : null;
}
