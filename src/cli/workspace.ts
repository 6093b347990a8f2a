import { relative, sep } from 'node:path';
import type { Context } from './context.js';

/**
 * What stands before a file's name to make it one of the repository: GitHub knows files by that, and the working
 * directory may be another. Empty outside of GitHub.
 */
export function folderInWorkspace({ cwd, env }: Context): string {
  const workspace = env['GITHUB_WORKSPACE'];
  const folder = workspace === undefined || workspace === '' ? '' : relative(workspace, cwd);
  return folder === '' || folder.startsWith('..') ? '' : `${folder.split(sep).join('/')}/`;
}
