import { VocabError } from '../../model/errors.js';
import type { FileOutcome } from '../../report/view/files-view.js';
import { replaceFile } from '../../workspace/replace-file.js';
import type { FormattedFile } from './read-files.js';

/** What became of the files, and what kept the rest from being written. */
export interface Written {
  readonly outcomes: readonly FileOutcome[];
  readonly failure: VocabError | null;
}

/** Writes what has changed, one whole file after the other, up to the first that cannot be written. */
export async function writeFiles(files: readonly FormattedFile[]): Promise<Written> {
  const outcomes: FileOutcome[] = [];
  let failure: VocabError | null = null;
  for (const file of files) {
    const outcome = outcomeOf(file);
    if (outcome.action === 'change') failure ??= await replace(file);
    const isLeft = outcome.action === 'change' && failure !== null;
    outcomes.push(isLeft ? { ...outcome, action: 'leave', note: 'not written' } : outcome);
  }
  return { outcomes, failure };
}

async function replace({ present, formatted }: FormattedFile): Promise<VocabError | null> {
  if (present === null || formatted === null) return null;
  try {
    await replaceFile(present.identity, formatted.text, present.bytes);
    return null;
  } catch (error) {
    if (error instanceof VocabError) return error;
    throw error;
  }
}

/** What becomes of a file, if it is written. */
export function outcomeOf({ path, present, formatted }: FormattedFile): FileOutcome {
  if (present === null) return { path, action: 'leave', note: 'it cannot be read' };
  if (formatted === null) return { path, action: 'leave', note: 'it has errors' };
  const { text, keepsOrder } = formatted;
  const order = keepsOrder ? ['its aliases keep the order as it is'] : [];
  if (text === present.text) return { path, action: 'keep', note: order[0] ?? null };
  const line = `first at line ${firstDifference(present.text, text)}`;
  return { path, action: 'change', note: [line, ...order].join('; ') };
}

function firstDifference(one: string, other: string): number {
  const lines = other.split('\n');
  return one.split('\n').findIndex((line, index) => line !== lines[index]) + 1 || lines.length;
}
