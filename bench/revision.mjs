import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Builds another revision of this repository in a folder of its own; resolves to its program and a way to remove it. */
export async function buildRevision(revision, folder) {
  const root = join(import.meta.dirname, '..');
  const tree = join(folder, 'revision');
  const options = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('git', ['-C', root, 'worktree', 'add', '--detach', '--quiet', tree, revision], options);
  const remove = async () => {
    execFileSync('git', ['-C', root, 'worktree', 'remove', '--force', tree], options);
    await rm(tree, { recursive: true, force: true });
  };
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: tree, ...options });
    execFileSync('npm', ['run', 'build'], { cwd: tree, ...options });
  } catch (error) {
    await remove();
    throw error;
  }
  return { cli: join(tree, 'dist/cli/main.js'), remove };
}
