import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { PublishedOutputs } from '../model/outputs.js';
import { writeIfChanged } from './whole-file.js';

export interface OutputFile {
  /** Relative to the configuration's folder. */
  readonly path: string;
  readonly text: string;
}

/** Writes the files that applications read, those that say something new. What goes wrong is part of the result. */
export async function writeOutputs(
  directory: string,
  files: readonly OutputFile[],
): Promise<PublishedOutputs> {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      await requireInside(directory, path);
      if (await writeIfChanged(join(directory, path), text)) written.push(path);
    }
    return { written, withheld: false, error: null };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { written, withheld: false, error };
  }
}

/** A link may lead out of the folder although the path does not. @throws VocabError `file-unwritable` */
async function requireInside(directory: string, path: string): Promise<void> {
  const root = await realpath(directory);
  const way = relative(root, await realpathOfPresent(join(root, path)));
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new VocabError('file-unwritable', `the output ${path} leads out of the configuration's folder`, {
    hint: 'give it a path without links, or remove the link',
  });
}

/** Follows the links of the longest part of a path that is there. */
async function realpathOfPresent(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return realpathOfPresent(dirname(path));
  }
}
