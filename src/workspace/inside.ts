import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { isForTools } from '../model/disk.js';

/** Whether a path is, or will be, outside of a folder once every link on it is followed. Both absolute. */
export async function leadsOut(folder: string, path: string): Promise<boolean> {
  return isOutside(await wayTo(folder, path));
}

/** Whether people's files may be written there: it is inside the folder, and in none of git's or vocabsync's. Both absolute. */
export async function isWithin(folder: string, path: string): Promise<boolean> {
  const way = await wayTo(folder, path);
  return !isOutside(way) && !isForTools(way.split(sep).join('/'));
}

async function wayTo(folder: string, path: string): Promise<string> {
  return relative(await realpathOfPresent(folder), await realpathOfPresent(path));
}

function isOutside(way: string): boolean {
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Follows the links of the longest part of a path that is there. */
async function realpathOfPresent(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return realpathOfPresent(dirname(path));
  }
}
