import type { DirectoryItem, Disk } from '../../model/disk.js';
import { directoryOf } from './paths.js';

/** Texts that stand in for files, by path from the root: as they would be read once they are written. */
export type Drafts = ReadonlyMap<string, string>;

/** A disk on which drafts are files already, in folders that may not be there yet. */
export function withDrafts(disk: Disk, drafts: Drafts): Disk {
  if (drafts.size === 0) return disk;
  return {
    read: async (path) => {
      const text = drafts.get(path);
      if (text === undefined) return disk.read(path);
      // An identity that no path of a disk has.
      return { bytes: new TextEncoder().encode(text), identity: `draft:${path}` };
    },
    list: async (path) => {
      const items = new Map((await disk.list(path)).map((item) => [item.name, item]));
      for (const item of draftsIn(path, drafts)) items.set(item.name, item);
      return [...items.values()];
    },
  };
}

function draftsIn(directory: string, drafts: Drafts): DirectoryItem[] {
  return [...drafts.keys()].flatMap((path): DirectoryItem[] => {
    const inside = directory === '' ? path : path.slice(directory.length + 1);
    const isInside = directory === '' || path.startsWith(`${directory}/`);
    if (!isInside) return [];
    const [name = ''] = inside.split('/');
    return [{ name, isDirectory: directoryOf(inside) !== '' }];
  });
}
