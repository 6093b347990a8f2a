import { relative, sep } from 'node:path';
import { expandBraces, findMatches, isPattern } from './glob.js';
import { listFolder } from './list-folder.js';
import { realFolder, rootOf } from './load.js';
import { joined, relativeTo, resolveInside } from './paths.js';

/**
 * Finds configurations by a file or a pattern, as the user would type them from a folder, in the order of their names. A
 * file that is named stands for itself, whether it is there or not.
 * @returns nothing where the pattern, or one of the alternatives that its braces stand for, finds nothing or is too broad
 * to be followed: who reads on would leave out what somebody has named
 */
export async function findConfigs(pattern: string, cwd: string): Promise<readonly string[]> {
  if (!isPattern(pattern)) return pattern === '' ? [] : [pattern];
  const root = rootOf(cwd);
  const folder = relative(root, realFolder(cwd)).split(sep).join('/');
  const list = async (path: string) => listFolder(joined(root, path));
  const found = new Set<string>();
  for (const alternative of expandBraces(pattern) ?? []) {
    const path = resolveInside(folder, alternative);
    const matched = path === null ? null : await findMatches(path, list);
    if (matched === null || matched.length === 0) return [];
    for (const match of matched) found.add(relativeTo(folder, match));
  }
  return [...found].sort();
}
