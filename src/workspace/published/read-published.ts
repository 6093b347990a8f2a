import type { Output } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { PublishedFile } from '../../model/result/published.js';
import { readOutput } from './outputs.js';
import { parsePublished } from './parse-published.js';

/** Reads a file that applications read. Whatever is wrong with it is part of the result. */
export async function readPublished(directory: string, output: Output): Promise<PublishedFile> {
  const { path } = output;
  try {
    const text = await readOutput(directory, path);
    return text === null ? { path, kind: 'absent' } : parsePublished(text, output);
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { path, kind: 'unreadable', why: `cannot be read (${error.message})` };
  }
}
