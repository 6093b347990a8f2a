import { relative, sep } from 'node:path';
import { expandBraces, findMatches, isPattern } from './glob.js';
import { listFolder } from './list-folder.js';
import { realFolder, rootOf } from './load.js';
import { joined, relativeTo, resolveInside } from './paths.js';

/**
 * Finds configurations by files and patterns, as the user would type them from a folder, each once and in the order of
 * their names. A file that is named stands for itself, whether it is there or not.
 */
export async function findConfigs(patterns: readonly string[], cwd: string): Promise<string[]> {
  const root = rootOf(cwd);
  const folder = relative(root, realFolder(cwd)).split(sep).join('/');
  const found = new Set<string>();
  for (const pattern of patterns) {
    for (const path of isPattern(pattern) ? await matches(pattern, { root, folder }) : [pattern])
      found.add(path);
  }
  return [...found].sort();
}

/** None where the pattern is too broad to be followed. */
async function matches(
  pattern: string,
  { root, folder }: { readonly root: string; readonly folder: string },
): Promise<string[]> {
  const list = async (path: string) => listFolder(joined(root, path));
  const paths = (expandBraces(pattern) ?? []).flatMap((one) => resolveInside(folder, one) ?? []);
  const files = await Promise.all(paths.map((path) => findMatches(path, list)));
  return files.flatMap((matched) => matched ?? []).map((path) => relativeTo(folder, path));
}
