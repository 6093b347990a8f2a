import { statSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { type BaseSource, loadBase, type Side } from '../../pipelines/compare.js';
import type { Machine } from '../machine.js';

/** Where a base is looked for. */
export interface Looking extends Pick<Machine, 'cwd' | 'env'> {
  /** Ends every git that runs. */
  readonly interruption: AbortSignal;
}

export interface NamedBase {
  /** For people: `origin/main (1a2b3c4)`, or the folder. */
  readonly name: string;
  /** null: it has no configuration. */
  readonly side: Side | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What `--base` names: a folder if it is written as a path (`./old`, `../old`, `/old`), else a commit.
 * @throws VocabError `base-unavailable`, or `usage` when there is no --base
 */
export async function readBase(
  base: string | undefined,
  config: Config,
  looking: Looking,
): Promise<NamedBase> {
  if (base === undefined || base.trim() === '') {
    throw new VocabError('usage', 'diff needs something to compare with', {
      hint: 'write --base origin/main, --base origin/main... for where this branch left it, or --base ./FOLDER',
    });
  }
  return /^\.{0,2}[\\/]|^\.{1,2}$/.test(base)
    ? baseInFolder(base, config, looking)
    : baseInCommit(base, config, looking);
}

async function baseInFolder(folder: string, { file }: Config, looking: Looking): Promise<NamedBase> {
  if (!isFolder(folder, looking)) {
    throw unavailable(`there is no folder ${folder}`, 'name an existing folder, or a commit of git');
  }
  return understand(folder, { cwd: looking.cwd, file: join(folder, basename(file)) });
}

async function baseInCommit(ref: string, config: Config, looking: Looking): Promise<NamedBase> {
  const { openBase } = await import('../../git/open-base.js');
  const commit = await openBase(ref, config.directory, looking).catch((error: unknown) => {
    if (error instanceof VocabError && isFolder(ref, looking)) {
      throw unavailable(error.message, `for the folder write --base ./${ref}`);
    }
    throw error;
  });
  try {
    const { disk, folder } = commit;
    const path = posix.join(folder, basename(config.file));
    const source = { disk, directory: config.directory, path, named: (file: string) => `${ref}:${file}` };
    return await understand(commit.name, source);
  } finally {
    await commit.close();
  }
}

function isFolder(path: string, { cwd }: Looking): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A configuration that nobody can read asked for nothing that could be told. */
async function understand(name: string, source: BaseSource): Promise<NamedBase> {
  const base = await loadBase(source);
  if (base === null) return { name, side: null, diagnostics: [unreadable(name)] };
  const { side, faulty } = base;
  return {
    name,
    side,
    diagnostics: [...(side === null ? [nothingThere(name)] : []), ...(faulty ? [flawed(name)] : [])],
  };
}

function nothingThere(name: string): Diagnostic {
  return asWarning({
    rule: 'base-without-config',
    message: `there is no configuration at ${name}, so everything counts as new`,
    hint: 'nothing has to be done if there was none yet; if it was in another folder then, compare with that: `git worktree add ../base REF`, and `--base ../base/FOLDER`',
  });
}

function unreadable(name: string): Diagnostic {
  return asWarning({
    rule: 'base-unreadable',
    message: `the configuration at ${name} cannot be read well enough to compare with it, so everything counts as new`,
    hint: 'compare with a commit in which `vocabsync validate` can read it',
  });
}

function flawed(name: string): Diagnostic {
  return asWarning({
    rule: 'base-has-errors',
    message: `the configuration at ${name} has errors; it is compared as far as it can be read`,
    hint: 'check out that commit and run `vocabsync validate` to see them',
  });
}

function unavailable(message: string, hint: string): VocabError {
  return new VocabError('base-unavailable', message, { hint });
}
