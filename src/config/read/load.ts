import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { type DirectoryItem, type Disk, isForTools, maxFileSize, type Unreadable } from '../../model/disk.js';
import { withDrafts } from './drafts.js';
import { listFolder } from './list-folder.js';
import { joined, relativeTo, resolveInside } from './paths.js';
import { type LoadedConfig, readConfig } from './read-config.js';

export type { LoadedConfig } from './read-config.js';

export interface ConfigSource {
  /** As the user typed it, relative to `cwd`; left out: `vocab.config.yaml`. */
  readonly file?: string | undefined;
  /** Absolute. */
  readonly cwd: string;
  /** Texts that stand in for files, by path from the configuration's folder; its own too, and `..` leads out of it. */
  readonly drafts?: ReadonlyMap<string, string>;
}

/** Reads a configuration with all its files. What is wrong with them is said in the diagnostics, never thrown. */
export async function loadConfig(config: ConfigSource): Promise<LoadedConfig> {
  const { file = 'vocab.config.yaml', cwd, drafts = new Map<string, string>() } = config;
  const typed = posix.normalize(file.split(sep).join('/'));
  const directory = dirname(resolve(cwd, file));
  const root = rootOf(directory);
  const folder = pathFrom(root, realFolder(directory));
  return readConfig({
    disk: withDrafts(
      openDisk(root),
      new Map([...drafts].map(([path, text]) => [resolveInside(folder, path) ?? path, text])),
    ),
    path: joined(folder, basename(typed)),
    named: (path) => posix.join(posix.dirname(typed), relativeTo(folder, path)),
    directory,
  });
}

/** As far as paths may reach: the git work tree that a folder is in, or the folder itself where there is none. */
export function rootOf(directory: string): string {
  const folder = realFolder(directory);
  return workTreeOf(folder) ?? folder;
}

function workTreeOf(folder: string): string | null {
  // A file in the place of the folder leads there: in a linked work tree, and in a submodule.
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** With every link on its path followed, as far as it exists. */
export function realFolder(directory: string): string {
  const real = settle(() => ({ path: realpathSync.native(directory) }));
  if (typeof real === 'object' && 'path' in real) return real.path;
  const isMissing = real === 'missing' && dirname(directory) !== directory;
  return isMissing ? join(realFolder(dirname(directory)), basename(directory)) : directory;
}

/** The way from the root to a folder in it, separated by /. */
export function pathFrom(root: string, folder: string): string {
  return relative(root, folder).split(sep).join('/');
}

/**
 * A folder to read from. Links are followed as long as they stay inside it. Calls are synchronous: nothing else goes
 * on while a configuration is read, and for dozens of small files promises take several times as long.
 * @param largest the size in bytes up to which a file is read
 */
export function openDisk(directory: string, largest = maxFileSize): Disk {
  let real: string | undefined;
  // Asked once: it takes as long as reading a small file.
  const root = (): Root => ({ directory, real: (real ??= realpathSync.native(directory)) });
  return {
    read: async (path) => settle(() => readInside(root(), path, largest)),
    list: async (path) => {
      const items = settle(() => listInside(root(), path));
      return Array.isArray(items) ? items : [];
    },
  };
}

interface Root {
  readonly directory: string;
  /** With every link on its path followed. */
  readonly real: string;
}

function readInside(root: Root, path: string, largest: number): Awaited<ReturnType<Disk['read']>> {
  const identity = realpathInside(root, path);
  if (identity === null) return 'outside';
  const stats = statSync(identity);
  // Asked before it is opened: opening a pipe would wait for a writer.
  if (stats.isDirectory()) return 'a-folder';
  if (!stats.isFile()) return 'no-file';
  if (stats.size > largest) return 'too-large';
  return { bytes: readFileSync(identity), identity };
}

function listInside(root: Root, path: string): DirectoryItem[] {
  const real = realpathInside(root, path);
  return real === null ? [] : [...listFolder(real)];
}

/** The path with every link on it followed; null when it is not inside the folder then, or is in one of a tool's. */
function realpathInside({ directory, real: root }: Root, path: string): string | null {
  const real = realpathSync.native(join(directory, path));
  const way = relative(root, real);
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return isOutside || isForTools(way.split(sep).join('/')) ? null : real;
}

function settle<T>(read: () => T): T | Unreadable {
  try {
    return read();
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : null;
    if (code === null) throw failure;
    return code === 'ENOENT' ? 'missing' : { code };
  }
}
