import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { Disk } from '../model/disk.js';
import { openDisk } from './commit-disk.js';
import { type CommitTree, openTree } from './commit-tree.js';
import { followPath } from './follow-path.js';
import { type Git, type GitContext, gitIn } from './git.js';
import { openObjects } from './object-reader.js';
import { isNothing, resolveCommit } from './resolve-commit.js';
import { complaintOf, unavailable } from './unavailable.js';

/** A commit to compare with. Reading from its disk throws VocabError `base-unavailable` when git fails. */
export interface BaseCommit {
  /** `origin/main (1a2b3c4)`: as the user named it, and what it was. */
  readonly name: string;
  /** Everything in the commit; nothing where it has no folder of the configuration. */
  readonly disk: Disk;
  /** The folder of the configuration, from the root of the commit, with every link on its path followed. */
  readonly folder: string;
  /** Must be called: until then git waits for requests, and keeps this process waiting. */
  close(): Promise<void>;
}

/**
 * Finds a commit of the repository that a folder is in, without touching its work tree, index or refs and without a
 * network. `ref` is whatever `git rev-parse` takes, or `REF...` for the merge base of REF and HEAD; `directory` is
 * absolute and exists.
 *
 * @throws VocabError `base-unavailable`
 */
export async function openBase(ref: string, directory: string, context: GitContext): Promise<BaseCommit> {
  const git = gitIn(startingFolder(directory, context), context);
  const path = await pathInRepository(directory, git);
  if (!context.env['GIT_DIR']) await refuseEmbedded(directory, git);
  const hash = await resolveCommit(ref, git);
  const objects = openObjects(git, hash);
  const tree = openTree(hash, objects);
  const folder = await folderIn(tree, path).catch(async (failure: unknown) => {
    await objects.close();
    throw failure;
  });
  return {
    name: isNothing(ref) ? 'nothing, as before a first push' : `${ref} (${hash.slice(0, 7)})`,
    disk: folder === null ? nothing : openDisk(tree),
    folder: folder ?? path,
    close: () => objects.close(),
  };
}

/** The folder itself may be a link in the commit. Null: the commit has no such folder. */
async function folderIn(tree: CommitTree, path: string): Promise<string | null> {
  const found = await followPath(path, tree);
  return typeof found === 'object' && 'path' in found && found.entry.kind === 'folder' ? found.path : null;
}

const nothing: Disk = { read: async () => 'missing', list: async () => [] };

/** What the environment says of a repository, as it does in a hook, is meant for the folder the user is in. */
function startingFolder(directory: string, { cwd, env }: GitContext): string {
  return env['GIT_DIR'] || env['GIT_WORK_TREE'] ? cwd : directory;
}

/** From the root of the work tree, separated by /; empty for the root itself. */
async function pathInRepository(directory: string, git: Git): Promise<string> {
  const { status, stdout, stderr } = await git.run('rev-parse', '--show-toplevel');
  if (status !== 0) throw noRepository(directory, stderr);
  const path = relative(await realpath(stdout), await realpath(directory));
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) {
    throw unavailable(
      `${directory} is not in the work tree ${stdout}`,
      'unset GIT_DIR and GIT_WORK_TREE, or set them to the repository of the configuration',
    );
  }
  return path.split(sep).join('/');
}

/** An older git takes a committed folder with the files of a bare repository for one, so it is looked at once more. */
async function refuseEmbedded(directory: string, git: Git): Promise<void> {
  const { stdout } = await git.run('rev-parse', '--absolute-git-dir');
  const way = relative(await realpath(stdout), await realpath(directory));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw unavailable(`${directory} is inside the git directory ${stdout}`, embedded);
}

const embedded =
  'run it in a work tree, and remove HEAD, objects and refs from the folder of the configuration: nobody but git makes such files';

function noRepository(directory: string, stderr: string): Error {
  if (stderr.includes('cannot use bare repository')) {
    return unavailable(`${directory} looks like a git repository itself`, embedded);
  }
  const hint = /dubious ownership|unsafe repository/.test(stderr)
    ? 'it belongs to another user; if you trust it, run `git config --global --add safe.directory PATH` with its path'
    : 'run it in the work tree of a git repository; in CI, check out with git rather than download an archive';
  return unavailable(`no git repository can be used at ${directory}${complaintOf(stderr)}`, hint);
}
