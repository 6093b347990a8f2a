import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAction } from '../../src/action/run-action.js';
import { noPrompts } from '../../src/cli/asking/prompts.js';
import type { Output } from '../../src/cli/context.js';
import type { Emulator, SeedList } from '../../src/emulator/emulator.js';
import type { RecordingEntry } from '../../src/emulator/recognition/hearing/parse-recordings.js';
import { listeningClock, type ManualClock, startEmulator } from '../support/emulator.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { bot, type GitHubStandIn, startGitHub, token } from './github-stand-in.js';

export const key = 'sk-0123456789abcdef0123456789abcdef';
export const mergeCommit = '4f1c2b3a4f1c2b3a4f1c2b3a4f1c2b3a4f1c2b3a';

/** A checked-out repository, the account it is for, and the GitHub it comes from. */
export interface Workspace {
  readonly directory: string;
  readonly emulator: Emulator;
  readonly github: GitHubStandIn;
  /** Of the account, of GitHub and of the machine the step runs on. */
  readonly clock: ManualClock;
  write(file: string, text: string): Promise<void>;
  /** Runs the action as a step of a workflow. @param variables of the step's `env` */
  step(inputs: Inputs, event?: Event, variables?: Readonly<Record<string, string>>): Promise<StepResult>;
  /** The words the account holds, a line for each list. */
  lists(): Promise<string[]>;
}

export type Inputs = Readonly<Record<string, string>> & { readonly command: string };

export interface Event {
  readonly pull_request?: { readonly number: number };
}

export interface StepResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export const pullRequest: Event = { pull_request: { number: 12 } };
export const push: Event = {};

/** Somebody else's, so that the account is never empty. */
export const unmanagedList: SeedList = {
  prefix: 'other',
  target_model: 'fun-asr',
  vocabulary: [{ text: 'omega', weight: 4 }],
};

/** @param recordings what recognition hears in the account */
export async function openWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  viewer = bot,
  recordings: readonly RecordingEntry[] = [],
): Promise<Workspace> {
  const directory = await temporaryFolder();
  for (const [file, text] of Object.entries(files)) await writeInto(directory, file, text);
  const { emulator, base_url, clock } = await startEmulator({}, recordings);
  const github = await startGitHub(viewer, clock);
  const ownClock = recordings.length === 0 ? clock : listeningClock(clock);
  return {
    directory,
    emulator,
    github,
    clock,
    write: (file, text) => writeInto(directory, file, text),
    lists: () => listsOf(emulator),
    async step(inputs, event = pullRequest, variables = {}) {
      const runner = await openRunner(join(directory, '.runner'), event);
      const all = { 'api-key': key, endpoint: base_url, token, ...inputs };
      const env = {
        ...runner.env,
        ...variables,
        ...inputVariables(all),
        GITHUB_API_URL: github.url,
        GITHUB_WORKSPACE: directory,
      };
      const [stdout, stderr] = [capture(), capture()];
      const context = {
        cwd: directory,
        env,
        version: '1.2.3',
        clock: ownClock,
        stdout,
        stderr,
        interactive: false,
        ask: async () => null,
        prompts: noPrompts,
        interruption: new AbortController().signal,
        pid: 4711,
        isAlive: () => false,
      };
      const code = await runAction({ context, pause: 1 });
      return { code, stdout: stdout.text(), stderr: stderr.text(), ...(await runner.results()) };
    },
  };
}

export async function listsOf(emulator: Emulator): Promise<string[]> {
  const lists = await emulator.account();
  return lists
    .map(({ prefix, vocabulary }) => `${prefix}: ${vocabulary.map(({ text }) => text).join(' ')}`)
    .sort();
}

/** What the runner names the inputs. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

export interface Runner {
  readonly env: Readonly<Record<string, string>>;
  results(): Promise<Pick<StepResult, 'outputs' | 'summary'>>;
}

/** The files and variables the runner gives a step. */
export async function openRunner(folder: string, event: Event): Promise<Runner> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(folder, name));
  await writeFile(output!, '');
  await writeFile(summary!, '');
  await writeFile(payload!, JSON.stringify(event));
  return {
    env: {
      GITHUB_REPOSITORY: 'acme/words',
      GITHUB_SHA: mergeCommit,
      GITHUB_REF: refOf(event),
      GITHUB_RUN_ID: '42',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_PATH: payload!,
      GITHUB_OUTPUT: output!,
      GITHUB_STEP_SUMMARY: summary!,
      RUNNER_TEMP: folder,
    },
    async results() {
      return {
        outputs: parseOutputs(await readFile(output!, 'utf8')),
        summary: await readFile(summary!, 'utf8'),
      };
    },
  };
}

function refOf({ pull_request }: Event): string {
  return pull_request === undefined ? 'refs/heads/main' : `refs/pull/${pull_request.number}/merge`;
}

/** As the runner reads the file: `name<<delimiter`, the lines of the value, the delimiter. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^(\S+)<<(\S+)\n([^]*?)\n\2$/gm))
    outputs[name] = value;
  return outputs;
}

function capture(): Output & { text(): string } {
  const written: string[] = [];
  return { isTTY: false, write: (text) => void written.push(text), text: () => written.join('') };
}
