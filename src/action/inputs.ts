import { isAbsolute, relative, resolve, sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import { maskKeys } from '../model/text/secrets.js';

export const commands = ['validate', 'plan', 'diff', 'apply', 'drift', 'eval'] as const;
export type ActionCommand = (typeof commands)[number];

/** What the step of a workflow asks for; the inputs of action.yml. */
export interface Inputs {
  readonly command: ActionCommand;
  /** What comments and issues are kept apart by: the file, or all of `configs`, a line each. */
  readonly config: string;
  /** Files and patterns, relative to the workspace, without a leading `./`. */
  readonly configs: readonly string[];
  readonly apiKey: string | null;
  readonly endpoint: string | null;
  readonly base: string;
  /** A digest, `reviewed`, or null: whatever else approves the plan. */
  readonly expectDigest: string | null;
  /** The report of an earlier eval, from the workspace; null: what is heard is compared with nothing. */
  readonly baseline: string | null;
  /** A duration as the flag takes it; null: eval may send any amount of audio. */
  readonly maxAudio: string | null;
  /** Further arguments of the command, each a whole word: no shell comes near them. */
  readonly args: readonly string[];
  readonly comment: boolean;
  readonly issue: boolean;
  readonly failOnDrift: boolean;
  readonly token: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The runner hands the input `api-key` on as the variable `INPUT_API-KEY`, and one that was left out as an empty text.
 * @throws VocabError `usage`
 */
export function parseInputs(env: Environment, workspace: string): Inputs {
  const configs = lines(read('config', env) ?? 'vocab.config.yaml').map((line) => inside(line, workspace));
  return {
    command: parseCommand(read('command', env)),
    config: configs.join('\n'),
    configs,
    apiKey: read('api-key', env),
    endpoint: read('endpoint', env),
    base: read('base', env) ?? 'HEAD^',
    expectDigest: read('expect-digest', env),
    baseline: read('baseline', env),
    maxAudio: readBudget(read('max-audio', env)),
    args: parseArguments(read('args', env) ?? ''),
    comment: readSwitch('comment', env, true),
    issue: readSwitch('issue', env, false),
    failOnDrift: readSwitch('fail-on-drift', env, true),
    token: read('token', env),
  };
}

/** What a marker calls a file: relative to the workspace, however it is written. @throws VocabError `usage` outside of it */
export function inside(written: string, workspace: string): string {
  const path = relative(workspace, resolve(workspace, written));
  if (path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) {
    return path.split(sep).join('/');
  }
  throw new VocabError('usage', `the input config is ${written}, which is outside of the workspace`, {
    hint: 'name a file of the checkout, relative to its root',
  });
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function read(name: string, env: Environment): string | null {
  const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
  return value === undefined || value === '' ? null : value;
}

function parseCommand(text: string | null): ActionCommand {
  const command = commands.find((name) => name === text);
  if (command !== undefined) return command;
  throw new VocabError('usage', `the input command is ${text ?? 'missing'}`, {
    hint: `make it one of ${commands.join(', ')}`,
  });
}

/** The limit stands in the workflow, also where nobody thought of one. */
function readBudget(text: string | null): string | null {
  return text === 'none' ? null : (text ?? '10m');
}

/** Among `args` a comment, an approval or a budget would be about something else than it says. */
const flagsWithInput = ['config', 'endpoint', 'base', 'expect-digest', 'baseline', 'max-audio'];

/** What the action reads the log and its own report by, so that it has to be as it is. */
const flagsOfTheAction = { format: 'github' };

function parseArguments(text: string): readonly string[] {
  const args = lines(text);
  for (const [index, arg] of args.entries()) {
    refuseSeveral(arg);
    refuseFlagWithInput(arg);
    refuseFlagOfTheAction(arg, args[index + 1]);
  }
  return args;
}

/** `--allow max-deletes` on one line is one argument, which is no flag. */
function refuseSeveral(arg: string): void {
  const [, flag, value] = /^(--[a-z-]+)\s+(\S.*)$/.exec(arg) ?? [];
  if (flag === undefined || value === undefined) return;
  throw new VocabError(
    'usage',
    `the input args has ${maskKeys(arg)} on one line, and takes an argument a line`,
    {
      hint: `write ${flag}=${maskKeys(value)}, or ${flag} and its value on two lines`,
    },
  );
}

function refuseFlagWithInput(arg: string): void {
  // The value of a short one may follow without a space.
  const input = arg.startsWith('-c') ? 'config' : flagsWithInput.find((name) => isFlag(arg, name));
  if (input === undefined) return;
  throw new VocabError('usage', `the input args has --${input}`, { hint: `give it as the input ${input}` });
}

function refuseFlagOfTheAction(arg: string, next = ''): void {
  const own = Object.entries(flagsOfTheAction).find(([name]) => isFlag(arg, name));
  if (own === undefined) return;
  const [name, value] = own;
  const given = arg.includes('=') ? arg : `${arg} ${next}`;
  throw new VocabError('usage', `the input args has ${maskKeys(given)}, and the action --${name}=${value}`, {
    hint: 'leave it out; --out FILE writes a report in the form of its extension',
  });
}

function isFlag(arg: string, name: string): boolean {
  return arg === `--${name}` || arg.startsWith(`--${name}=`);
}

function readSwitch(name: string, env: Environment, otherwise: boolean): boolean {
  const text = read(name, env)?.toLowerCase();
  if (text === undefined) return otherwise;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new VocabError('usage', `the input ${name} is ${text}`, { hint: 'make it true or false' });
}
