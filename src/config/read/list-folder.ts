import { readdirSync } from 'node:fs';
import type { DirectoryItem } from '../../model/disk.js';

/** Lists a folder; nothing where there is none, or where it may not be read. Links are no folders. */
export function listFolder(path: string): readonly DirectoryItem[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((item) => ({
      name: item.name,
      isDirectory: item.isDirectory(),
    }));
  } catch {
    return [];
  }
}
