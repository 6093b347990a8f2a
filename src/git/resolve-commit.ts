import type { Git } from './git.js';
import { complaintOf, unavailable } from './unavailable.js';

/**
 * The hash of the commit that a revision names. As in git, `origin/main...` is the commit at which HEAD left
 * origin/main. What GitHub and GitLab say was there before the first push of a branch, zeros, is the empty tree.
 *
 * @throws VocabError `base-unavailable`
 */
export async function resolveCommit(ref: string, git: Git): Promise<string> {
  if (isNothing(ref)) return ref.length === emptyTree.sha1.length ? emptyTree.sha1 : emptyTree.sha256;
  if (!ref.endsWith('...')) return hashOf(ref, git);
  const base = await hashOf(ref.slice(0, -3), git);
  return mergeBase(ref, { git, between: [base, await hashOf('HEAD', git)] });
}

/** Git knows them without having them: the hash of no entries. */
const emptyTree = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** Whether a revision says that there was no commit. */
export function isNothing(ref: string): boolean {
  return /^(?:0{40}|0{64})$/.test(ref);
}

const verify = ['rev-parse', '--quiet', '--verify', '--end-of-options'];

async function hashOf(ref: string, git: Git): Promise<string> {
  // No argument can hold a NUL.
  if (ref.includes('\0')) throw unknownCommit(ref, '');
  const { status, stdout, stderr } = await git.run(...verify, `${ref}^{commit}`);
  // `^main` names what is not in main, and passes.
  if (status === 0 && isHash(stdout)) {
    await requireUnambiguous(ref, git);
    return stdout;
  }
  throw ref === 'HEAD' || ref === '@' ? noCommits() : unknownCommit(ref, stderr);
}

/** Whoever may push a tag could otherwise put it in the place of a branch of the same name. */
async function requireUnambiguous(ref: string, git: Git): Promise<void> {
  const { stderr } = await git.run('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`);
  if (!stderr.includes('is ambiguous')) return;
  throw unavailable(
    `${ref} is the name of more than one branch or tag`,
    `say which: refs/heads/${ref}, refs/remotes/${ref} or refs/tags/${ref}`,
  );
}

async function mergeBase(
  ref: string,
  { git, between }: { readonly git: Git; readonly between: readonly [string, string] },
): Promise<string> {
  const { status, stdout, stderr } = await git.run('merge-base', ...between);
  if (status === 0 && isHash(stdout)) return stdout;
  throw unavailable(
    `${ref} names no commit: what it names and HEAD have no common one here${complaintOf(stderr)}`,
    'fetch more of the history: in CI set `fetch-depth: 0`, elsewhere run `git fetch --unshallow`; if there is none in common, leave out the `...`',
  );
}

function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function unknownCommit(ref: string, stderr: string): Error {
  return unavailable(
    `${ref} is no commit of this repository${complaintOf(stderr)}`,
    `check its spelling with \`git branch --all\`, or fetch it: in CI, where a checkout is shallow, set \`fetch-depth: 0\`${elsewhere(ref)}`,
  );
}

/** A clone of one branch has no other, and does not keep another that is fetched without saying where. */
function elsewhere(ref: string): string {
  const [, branch] = /^origin\/([\w./-]+)$/.exec(ref) ?? [];
  return branch === undefined
    ? ''
    : `, elsewhere run \`git fetch origin ${branch}:refs/remotes/origin/${branch}\``;
}

function noCommits(): Error {
  return unavailable('the current branch has no commit yet', 'commit the configuration first');
}
