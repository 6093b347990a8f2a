import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BaseCommit, openBase } from '../../src/git/open-base.js';
import { isVocabError, type VocabError } from '../../src/model/errors.js';

/** What is committed under a path: bytes, or a link to somewhere. */
export type Content = string | Uint8Array | { readonly link: string };
export type Files = Readonly<Record<string, Content>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing of the user's own git, and the same hashes every time. */
const environment: Environment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

export interface Repository {
  readonly folder: string;
  /** What a command prints, without white space around it. */
  git(...args: readonly string[]): string;
  write(files: Files): void;
  /** Writes the files beside those there are, and commits everything; its hash. */
  commit(files: Files): string;
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vocabsync-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty repository on branch `main`. */
export function createRepository(...initOptions: readonly string[]): Repository {
  const folder = temporaryFolder();
  const repository = repositoryAt(folder);
  repository.git('init', '-q', '-b', 'main', '--template=', ...initOptions);
  return repository;
}

export function repositoryAt(folder: string): Repository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'maintenance.auto=false', ...args], {
      env: environment,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const write = (files: Files): void => {
    for (const [path, content] of Object.entries(files)) location(join(folder, path), content);
  };
  const commit = (files: Files): string => {
    write(files);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'a commit');
    return headOf(join(folder, '.git'));
  };
  return { folder, git, write, commit };
}

/** What `git rev-parse HEAD` says right after a commit, without another process. */
function headOf(repository: string): string {
  const head = readFileSync(join(repository, 'HEAD'), 'utf8').trim();
  return head.startsWith('ref: ') ? readFileSync(join(repository, head.slice(5)), 'utf8').trim() : head;
}

function location(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
  else symlinkSync(content.link, path);
}

/**
 * Makes a shell script that can be run. Another process writes it: a file that this one has open for writing, and with
 * it whatever another thread is just starting, cannot be run.
 */
export function writeProgram(path: string, script: string): void {
  execFileSync('sh', ['-c', 'cat > "$0" && chmod +x "$0"', path], { input: `#!/bin/sh\n${script}\n` });
}

export interface Opening {
  readonly env?: Environment;
  readonly cwd?: string;
  readonly interruption?: AbortSignal;
}

/** A base whose disk is asked by paths from the folder of the configuration. */
export interface OpenedBase extends BaseCommit {
  /** The disk as it is, from the root of the commit. */
  readonly root: BaseCommit['disk'];
}

/** Opens the base, which is closed when the test is over. */
export async function open(ref: string, directory: string, opening: Opening = {}): Promise<OpenedBase> {
  const { env = {}, cwd = directory, interruption = new AbortController().signal } = opening;
  const base = await openBase(ref, directory, { cwd, env: { ...environment, ...env }, interruption });
  onTestFinished(() => base.close());
  const at = (path: string) => posix.join(base.folder, path).replace(/^\.?$/, '');
  const disk = {
    read: (path: string) => base.disk.read(at(path)),
    list: (path: string) => base.disk.list(at(path)),
  };
  return { ...base, root: base.disk, disk };
}

/** The text of a file, or why it is none. */
export async function textOf({ disk }: Pick<BaseCommit, 'disk'>, path: string): Promise<unknown> {
  const file = await disk.read(path);
  return typeof file === 'object' && 'bytes' in file ? Buffer.from(file.bytes).toString('utf8') : file;
}

/** `textOf` for each of several paths. */
export function textsOf(base: BaseCommit, paths: readonly string[]): Promise<unknown[]> {
  return Promise.all(paths.map((path) => textOf(base, path)));
}

export async function failureOf(attempt: Promise<unknown>): Promise<VocabError> {
  const failure: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (isVocabError(failure, 'base-unavailable')) return failure;
  throw new Error('not a failure of the base', { cause: failure });
}
