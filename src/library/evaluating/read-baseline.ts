import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { VocabError } from '../../model/errors.js';
import type { NamedEarlier } from '../../model/evaluation/earlier.js';
import type { Machine } from '../machine.js';
import type { Selected } from './select-evaluations.js';

/** An earlier run. */
export interface Baseline {
  /** As it was given. */
  readonly file: string;
  /** What it heard of an evaluation; null: it knows nothing of it. */
  readonly earlierOf: (selected: Pick<Selected, 'name' | 'consumer'>) => NamedEarlier | null;
}

/**
 * Reads what `vocabsync eval --out FILE.json` has written before. An evaluation is found again by its name, and one from flags
 * by its consumer. @throws VocabError `document-invalid`
 */
export async function readBaseline(file: string, { cwd }: Pick<Machine, 'cwd'>): Promise<Baseline> {
  const [text, { earlierOf, parseEvalDocument }] = await Promise.all([
    readText(file, cwd),
    import('../../documents/earlier-evaluation.js'),
  ]);
  const earlier = earlierOf(parseEvalDocument(text, file), file);
  return {
    file,
    earlierOf: ({ name, consumer }) =>
      earlier.find((one) =>
        name === null || one.name === null ? one.consumer === consumer.name : one.name === name,
      ) ?? null,
  };
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code ?? 'unknown'})`;
    throw new VocabError('document-invalid', `the baseline ${file} ${why}`, {
      hint: 'name a file that `vocabsync eval --out FILE.json` has written, or leave --baseline out',
      cause,
    });
  }
}
