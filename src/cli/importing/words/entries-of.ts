import { resolve } from 'node:path';
import type { Entry, Vocabulary } from '../../../model/config.js';

/** The words that a vocabulary has of a file. @param path absolute */
export function entriesOf({ entries }: Vocabulary, path: string, cwd: string): readonly Entry[] {
  return entries.filter(({ location }) => resolve(cwd, location.file) === path);
}
