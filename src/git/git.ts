import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { unavailable } from './unavailable.js';

export interface GitContext {
  /** Absolute: what a relative GIT_DIR in the environment is relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends every git that runs; whoever waits for one is given the signal's reason. */
  readonly interruption: AbortSignal;
}

export interface Finished {
  readonly status: number;
  /** Without its last line break. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface Git {
  readonly interruption: AbortSignal;
  /** @throws VocabError `base-unavailable` when git cannot be run; what it answers is for the caller to judge */
  run(...args: readonly string[]): Promise<Finished>;
  start(...args: readonly string[]): ChildProcessWithoutNullStreams;
}

/**
 * Runs git in a folder, without a shell. Only plumbing may be run: it takes no locks, writes nothing and knows no
 * filters, pagers or aliases, so that a repository cannot name a program that is run with it.
 */
export function gitIn(folder: string, { env, interruption }: GitContext): Git {
  // All that plumbing would run: a revision such as `:file` makes it read the index, and that asks the monitor.
  // A commit can hold a folder that looks like a bare repository, and would be taken for this one.
  const common = ['-C', folder, '-c', 'core.fsmonitor=', '-c', 'safe.bareRepository=explicit'];
  const options = { env: { ...ofGit(env), ...calm }, signal: interruption };
  return {
    interruption,
    run: (...args) =>
      new Promise((resolve, reject) => {
        execFile('git', [...common, ...args], options, (failure, stdout, stderr) => {
          const status = failure === null ? 0 : failure.code;
          if (typeof status === 'number') resolve({ status, stdout: stdout.replace(/\n$/, ''), stderr });
          else reject(interruption.aborted ? interruption.reason : cannotRun(failure));
        });
      }),
    start: (...args) => spawn('git', [...common, ...args], options),
  };
}

/** What git may need of the environment; a key is not among it. */
function ofGit(env: GitContext['env']): Record<string, string> {
  const wanted =
    /^(?:PATH|HOME|USERPROFILE|SYSTEMROOT|TEMP|TMP|TMPDIR|APPDATA|PROGRAMDATA|XDG_\w+|GIT_\w+)$/i;
  const entries = Object.entries(env).filter(
    // An empty variable counts as none: that is what a CI system sets for an input left out.
    ([name, value]) => value !== undefined && value !== '' && wanted.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

const calm = {
  // A clone that lacks objects must not fetch them. An older git knows only the second of these.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  // A commit is what its id says.
  GIT_NO_REPLACE_OBJECTS: '1',
  // Its messages are told apart by their words.
  LC_ALL: 'C',
};

function cannotRun(failure: Error | null): Error {
  const isMissing = failure !== null && 'code' in failure && failure.code === 'ENOENT';
  const message = isMissing ? 'git is not installed' : `git cannot be run: ${failure?.message ?? ''}`;
  return unavailable(message, 'install git, and see that it is in the PATH', failure);
}
