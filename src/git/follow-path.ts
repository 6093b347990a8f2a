import type { Unreadable } from '../model/disk.js';
import type { CommitTree } from './commit-tree.js';
import type { TreeEntry } from './parse-tree.js';

export interface Found {
  /** From the root of the commit, with every link on it followed. */
  readonly path: string;
  /** Never a link. */
  readonly entry: TreeEntry;
}

/** As on Linux: the links on one path, and the bytes of what one leads to. */
const maxLinks = 40;
const maxTarget = 4096;

/** What is at a path from the root of the commit. `outside`: a link on it leads out of the commit. */
export async function followPath(path: string, tree: CommitTree): Promise<Found | Unreadable> {
  const ahead = stepsOf(path);
  const behind: Found[] = [];
  let here: Found = { path: '', entry: tree.root };
  let links = 0;
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    if (here.entry.kind === 'submodule') return 'missing';
    if (here.entry.kind !== 'folder') return { code: 'ENOTDIR' };
    if (step === '.') continue;
    if (step === '..') {
      const parent = behind.pop();
      if (parent === undefined) return 'outside';
      here = parent;
      continue;
    }
    const entry = (await tree.items(here.entry)).get(step);
    if (entry === undefined) return 'missing';
    if (entry.kind !== 'link') {
      behind.push(here);
      here = { path: here.path === '' ? step : `${here.path}/${step}`, entry };
      continue;
    }
    links += 1;
    const target = links > maxLinks ? { code: 'ELOOP' } : await targetOf(entry, tree);
    if (!Array.isArray(target)) return target;
    ahead.push(...target);
  }
  return here;
}

async function targetOf(link: TreeEntry, tree: CommitTree): Promise<string[] | Unreadable> {
  const target = await tree.content(link);
  if (target === 'too-large' || target.length > maxTarget) return { code: 'ENAMETOOLONG' };
  const path = target.toString('utf8');
  return path.startsWith('/') ? 'outside' : stepsOf(path);
}

/** The last one first. A `/` at the end asks for a folder, as `/.` does. */
function stepsOf(path: string): string[] {
  return path
    .replace(/\/$/, '/.')
    .split('/')
    .filter((step) => step !== '')
    .reverse();
}
