import { type DirectoryItem, type Disk, type DiskFile, isForTools, type Unreadable } from '../model/disk.js';
import type { CommitTree } from './commit-tree.js';
import { type Found, followPath } from './follow-path.js';

/** What a commit holds, and nothing outside it. Links are followed as in the work tree: as long as they stay inside. */
export function openDisk(tree: CommitTree): Disk {
  async function find(path: string): Promise<Found | Unreadable> {
    const found = await followPath(path, tree);
    return isFound(found) && isForTools(found.path) ? 'outside' : found;
  }

  async function read(path: string): Promise<DiskFile | Unreadable> {
    const found = await find(path);
    if (!isFound(found)) return found;
    if (found.entry.kind === 'folder') return 'a-folder';
    if (found.entry.kind !== 'file') return 'no-file';
    const bytes = await tree.content(found.entry);
    return bytes === 'too-large' ? bytes : { bytes, identity: found.path };
  }

  async function list(path: string): Promise<readonly DirectoryItem[]> {
    const found = await find(path);
    if (!isFound(found) || found.entry.kind !== 'folder') return [];
    const items = await tree.items(found.entry);
    return [...items].map(([name, { kind }]) => ({
      name,
      isDirectory: kind === 'folder' || kind === 'submodule',
    }));
  }

  return { read, list };
}

function isFound(found: Found | Unreadable): found is Found {
  return typeof found === 'object' && 'entry' in found;
}
