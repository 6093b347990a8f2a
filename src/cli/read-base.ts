import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Base, type BaseSource, loadBase, type Side } from '../compare.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { VocabError } from '../model/errors.js';
import type { Context } from './context.js';

export interface NamedBase {
  /** For people: `origin/main (1a2b3c4)`, or the folder. */
  readonly name: string;
  /** null: it has no configuration. */
  readonly side: Side | null;
  readonly remarks: readonly Diagnostic[];
}

/**
 * What `--base` names: a folder if it is written as a path (`./old`, `../old`, `/old`), else a commit.
 * @throws VocabError `base-unavailable`, or `usage` when there is no --base
 */
export async function readBase(
  base: string | undefined,
  config: Config,
  context: Context,
): Promise<NamedBase> {
  if (base === undefined) {
    throw new VocabError('usage', 'diff needs something to compare with', {
      hint: 'write --base origin/main, --base origin/main... for where this branch left it, or --base ./FOLDER',
    });
  }
  return /^\.{0,2}[\\/]|^\.{1,2}$/.test(base)
    ? baseInFolder(base, config, context)
    : baseInCommit(base, config, context);
}

async function baseInFolder(folder: string, { file }: Config, { cwd }: Context): Promise<NamedBase> {
  if (statSync(resolve(cwd, folder), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw unavailable(`there is no folder ${folder}`, 'name an existing folder, or a commit of git');
  }
  return named(folder, await understand(folder, { cwd, file: join(folder, basename(file)) }));
}

async function baseInCommit(ref: string, config: Config, context: Context): Promise<NamedBase> {
  const { openBase } = await import('../git/open-base.js');
  const commit = await openBase(ref, config.directory, context);
  try {
    const name = basename(config.file);
    const source = { disk: commit.disk, directory: config.directory, name, prefix: `${ref}:` };
    return named(commit.name, await understand(commit.name, source));
  } finally {
    await commit.close();
  }
}

async function understand(name: string, source: BaseSource): Promise<Base> {
  const base = await loadBase(source);
  if (base !== null) return base;
  throw unavailable(
    `the configuration at ${name} cannot be read well enough to compare with it`,
    'compare with a commit in which `vocabsync validate` can read the configuration, or with an empty folder',
  );
}

function named(name: string, { side, faulty }: Base): NamedBase {
  return {
    name,
    side,
    remarks: [...(side === null ? [nothingThere(name)] : []), ...(faulty ? [flawed(name)] : [])],
  };
}

function nothingThere(name: string): Diagnostic {
  return {
    severity: 'info',
    rule: 'base-without-config',
    message: `there is no configuration at ${name}, so everything is new`,
    hint: null,
    place: null,
    related: null,
  };
}

function flawed(name: string): Diagnostic {
  return {
    severity: 'warning',
    rule: 'base-has-errors',
    message: `the configuration at ${name} has errors; it is compared as far as it can be read`,
    hint: `check out that commit and run \`vocabsync validate\` to see them`,
    place: null,
    related: null,
  };
}

function unavailable(message: string, hint: string): VocabError {
  return new VocabError('base-unavailable', message, { hint });
}
