import { basename, join, relative, resolve, sep } from 'node:path';
import { realFolder, rootOf } from '../../config/read/load.js';
import { isForTools } from '../../model/disk.js';
import { VocabError } from '../../model/errors.js';
import type { CiSystem } from '../../scaffold/ci/ci-system.js';
import { fitsWorkflows, isPlainBranch, type Place } from '../../scaffold/ci/place.js';
import { type Repository, readRepository } from '../../workspace/repository.js';

/** Where a new configuration comes to lie. */
export interface InitPlace extends Place {
  /** The folder of the configuration, absolute; it may not exist yet. */
  readonly directory: string;
  /** The folder of the repository, absolute; the folder of the configuration where there is none. */
  readonly root: string;
  readonly repository: Repository;
  /** Says how the user would type a path from the root. */
  readonly named: (path: string) => string;
}

/** Finds the repository that a folder is in, if it is in one. @throws VocabError `usage` for a folder of git's or our own */
export async function findPlace(dir: string, cwd: string): Promise<InitPlace> {
  const directory = realFolder(resolve(cwd, dir));
  const root = rootOf(directory);
  const folder = withSlashes(relative(root, directory));
  if (isForTools(withSlashes(dir)) || isForTools(folder)) throw forTools(dir);
  const repository = await readRepository(root);
  const { branch } = repository;
  const here = realFolder(cwd);
  return {
    directory,
    root,
    folder,
    repository,
    branch: branch !== null && isPlainBranch(branch) ? branch : 'main',
    named: (path) => withSlashes(relative(here, join(root, path))),
  };
}

/** What people call the repository, or the folder. */
export function placeName({ root, directory }: InitPlace): string {
  return basename(root) || basename(directory);
}

/** The system that the repository seems to be built by. */
export function guessCi({ repository, folder }: InitPlace): CiSystem {
  const { isGit, origin, hasGithub, hasGitlab } = repository;
  if (!isGit || !fitsWorkflows(folder)) return 'none';
  if (hasGitlab) return 'gitlab';
  if (hasGithub || origin === null) return 'github';
  if (/github/i.test(origin)) return 'github';
  return /gitlab/i.test(origin) ? 'gitlab' : 'none';
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

function forTools(dir: string): VocabError {
  return new VocabError('usage', `--dir ${dir} is in a folder that belongs to git or to vocabsync`, {
    hint: 'choose a folder of the repository',
  });
}
