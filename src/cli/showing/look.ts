import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { Look } from '../../report/form.js';
import { type Palette, palette } from '../../report/palette.js';
import type { Context, Output } from '../context.js';
import type { CommonOptions } from '../options.js';

/** What is shown, and for whom. */
export interface Shown {
  readonly options: CommonOptions;
  readonly context: Context;
  /** What people call the account. */
  readonly account?: string | null;
}

/** Says how a command shows what it has to say on a stream; without one, in a file. */
export function lookOf({ options, context, account = null }: Shown, output?: Output): Look {
  const { verbose, quiet, config } = options;
  return {
    palette: output === undefined ? palette(false) : paletteFor(output, options, context),
    verbose,
    quiet,
    config: markedConfig(config, context),
    account,
    version: context.version,
    inRepository: inRepository(context),
  };
}

/** The stream's colours, decided once: the flag, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function paletteFor(
  output: Output,
  { color }: Pick<CommonOptions, 'color'>,
  { env }: Context,
): Palette {
  return palette(isColoured(output, color, env));
}

function isColoured({ isTTY }: Output, when: CommonOptions['color'], env: Context['env']): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/**
 * Says how the repository calls a file that is named as the user would type it: GitHub knows files by that, and the
 * working directory may be another. null: the file is outside. Outside of GitHub, files keep their names.
 */
function inRepository({ cwd, env }: Context): Look['inRepository'] {
  const workspace = env['GITHUB_WORKSPACE'];
  if (workspace === undefined || workspace === '') return (file) => file;
  const root = resolve(cwd, workspace);
  return (file) => pathBelow(root, resolve(cwd, file));
}

/** By what a comment on this configuration is found again, and told from another, however it was typed. */
export function markedConfig(file: string | undefined, context: Context): string {
  const typed = posix.normalize(fromHere(file ?? 'vocab.config.yaml', context));
  return inRepository(context)(typed) ?? typed;
}

/** A whole path that leads below the working directory, as it is typed there. */
function fromHere(file: string, { cwd }: Context): string {
  const below = isAbsolute(file) ? pathBelow(cwd, file) : null;
  return below ?? file.split(sep).join('/');
}

/** null: the file is not below the directory. */
function pathBelow(directory: string, file: string): string | null {
  const path = relative(directory, file);
  const isOutside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside ? null : path.split(sep).join('/');
}
