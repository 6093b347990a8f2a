import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { Context } from './context.js';

/**
 * Says how the repository calls a file that is named as the user would type it: GitHub knows files by that, and the
 * working directory may be another. null: the file is outside. Outside of GitHub, files keep their names.
 */
export function inWorkspace({ cwd, env }: Context): (file: string) => string | null {
  const workspace = env['GITHUB_WORKSPACE'];
  if (workspace === undefined || workspace === '') return (file) => file;
  const root = resolve(cwd, workspace);
  return (file) => {
    const path = relative(root, resolve(cwd, file));
    const isOutside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
    return isOutside ? null : path.split(sep).join('/');
  };
}

/** By what a comment on this configuration is found again, however it was typed. */
export function markedConfig(file: string | undefined, context: Context): string {
  const typed = posix.normalize((file ?? 'vocab.config.yaml').split(sep).join('/'));
  return inWorkspace(context)(typed) ?? typed;
}
