import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';

/** Whether a path is, or will be, outside of a folder once every link on it is followed. Both absolute. */
export async function leadsOut(folder: string, path: string): Promise<boolean> {
  const way = relative(await realpathOfPresent(folder), await realpathOfPresent(path));
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
