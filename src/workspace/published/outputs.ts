import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VocabError } from '../../model/errors.js';
import type { PublishedOutputs } from '../../model/result/outputs.js';
import { leadsOut } from '../inside.js';
import { writeIfChanged } from '../whole-file.js';

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

/** Reads a file that applications read; null: it is not there. @throws VocabError `file-unwritable` when it cannot be read */
export async function readOutput(directory: string, path: string): Promise<string | null> {
  try {
    return await readFile(join(directory, path), 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new VocabError('file-unwritable', `${path}: ${code ?? 'unreadable'}`, { cause });
  }
}

/** A link may lead out of the folder although the path does not. @throws VocabError `file-unwritable` */
async function requireInside(directory: string, path: string): Promise<void> {
  if (!(await leadsOut(directory, join(directory, path)))) return;
  throw new VocabError('file-unwritable', `the output ${path} leads out of the configuration's folder`, {
    hint: 'give it a path without links, or remove the link',
  });
}
