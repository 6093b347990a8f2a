import { lstat, readFile } from 'node:fs/promises';

/** A `.gitignore`: its text, empty where there is none; or why it is not touched. */
export type IgnoreFile =
  | { readonly text: string; readonly isThere: boolean }
  | { readonly untouched: string };

/** Reads a `.gitignore` as far as it may be added to. @param path absolute */
export async function readIgnoreFile(path: string): Promise<IgnoreFile> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return { text: '', isThere: false };
  if (stats.isSymbolicLink()) return { untouched: 'is a link, and git does not follow it' };
  if (!stats.isFile()) return { untouched: 'is no file' };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path)),
      isThere: true,
    };
  } catch {
    return { untouched: 'cannot be read as UTF-8' };
  }
}
