import type { Entry } from '../../model/config.js';
import type { WordReading } from '../reading.js';
import type { Include, IncludedWords } from './include.js';
import { parseJsonWords } from './json-words.js';
import { parseTableWords } from './table/table-words.js';
import { parseTextWords } from './text/text-words.js';
import { parseYamlWords } from './yaml-words.js';

export type WordFormat = 'yaml' | 'json' | 'table' | 'text';

const formats: ReadonlyMap<string, WordFormat> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['csv', 'table'],
  ['tsv', 'table'],
  ['txt', 'text'],
]);

/** By the extension, whatever its case; null for one that is none of ours. */
export function wordFormatOf(path: string): WordFormat | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return formats.get(extension.toLowerCase()) ?? null;
}

/** The hotwords of an included file. */
export async function parseWords(
  format: WordFormat,
  include: Include,
  context: WordReading,
): Promise<IncludedWords> {
  switch (format) {
    case 'text':
      return wordsOnly(parseTextWords(context));
    case 'table':
      return wordsOnly(parseTableWords(include, context));
    case 'json':
      return parseJsonWords(context);
    case 'yaml':
      return wordsOnly(await parseYamlWords(context));
  }
}

function wordsOnly(entries: readonly Entry[]): IncludedWords {
  return { entries, target_model: null };
}
