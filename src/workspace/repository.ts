import { lstat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** What a folder tells of the repository that it is the root of, without asking git. */
export interface Repository {
  /** Whether it is a work tree of git. */
  readonly isGit: boolean;
  /** Where `origin` is, as it is configured; null: nowhere. */
  readonly origin: string | null;
  /** What others call the main branch, else the one that is checked out; null: unknown. */
  readonly branch: string | null;
  readonly hasGithub: boolean;
  readonly hasGitlab: boolean;
}

/** Reads it off the files; what cannot be read is not known. */
export async function readRepository(root: string): Promise<Repository> {
  const folders = await gitFolders(root);
  const settings = folders === null ? '' : await read(join(folders.shared, 'config'));
  const [, origin = null] = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(settings) ?? [];
  return {
    isGit: folders !== null,
    origin,
    branch: folders === null ? null : await mainBranch(folders),
    hasGithub: await isThere(join(root, '.github')),
    hasGitlab: await isThere(join(root, '.gitlab-ci.yml')),
  };
}

async function mainBranch({ own, shared }: GitFolders): Promise<string | null> {
  const ofOrigin = branchIn(await read(join(shared, 'refs/remotes/origin/HEAD')), 'remotes/origin');
  if (ofOrigin !== null) return ofOrigin;
  const packed = await read(join(shared, 'packed-refs'));
  for (const usual of ['main', 'master']) {
    const isPacked = packed.split('\n').some((line) => line.endsWith(` refs/heads/${usual}`));
    if (isPacked || (await isThere(join(shared, 'refs/heads', usual)))) return usual;
  }
  return branchIn(await read(join(own, 'HEAD')), 'heads');
}

interface GitFolders {
  /** What this work tree has for itself. */
  readonly own: string;
  /** What all work trees of the repository have in common. */
  readonly shared: string;
}

/** In a linked work tree, a file leads to its folder. */
async function gitFolders(root: string): Promise<GitFolders | null> {
  const git = join(root, '.git');
  if (!(await isThere(git))) return null;
  const [, linked] = /^gitdir:\s*(.+)$/m.exec(await read(git)) ?? [];
  if (linked === undefined) return { own: git, shared: git };
  const own = resolve(root, linked.trim());
  const common = (await read(join(own, 'commondir'))).trim();
  return { own, shared: common === '' ? own : resolve(own, common) };
}

function branchIn(head: string, below: string): string | null {
  const [, name = null] = new RegExp(`^ref: refs/${below}/(\\S+)`).exec(head) ?? [];
  return name;
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
