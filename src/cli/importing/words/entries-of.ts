import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entry, Vocabulary } from '../../../model/config.js';

/** The words that a vocabulary has of a file. @param path absolute */
export function entriesOf({ entries }: Vocabulary, path: string, cwd: string): readonly Entry[] {
  const real = realOf(path);
  const isTheFile = new Map<string, boolean>();
  return entries.filter(({ location: { file } }) => {
    const known = isTheFile.get(file);
    if (known !== undefined) return known;
    const isIt = realOf(resolve(cwd, file)) === real;
    isTheFile.set(file, isIt);
    return isIt;
  });
}

/** With every link on it followed; as it is where there is nothing. */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
