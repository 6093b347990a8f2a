import type { DirectoryItem, Disk, DiskFile, Unreadable } from '../model/disk.js';
import type { CommitTree } from './commit-tree.js';
import { type Found, followPath } from './follow-path.js';

/** A folder as a commit has it. Links are followed as in the work tree: as long as they stay inside it. */
export function openDisk(directory: string, tree: CommitTree): Disk {
  async function find(path: string): Promise<Found | Unreadable> {
    // The folder itself may be a link in the commit.
    const folder = await followPath(directory, tree);
    if (!isFound(folder) || folder.entry.kind !== 'folder') return 'missing';
    const found = await followPath(`${folder.path}/${path}`, tree);
    return isFound(found) && !isInside(folder.path, found.path) ? 'outside' : found;
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

function isInside(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
