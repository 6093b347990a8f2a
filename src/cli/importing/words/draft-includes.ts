import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSource } from '../../../config/text/source.js';
import { parseTableWords } from '../../../config/words/table/table-words.js';
import { freeName, stemOf } from '../../../import/words/new-names.js';
import { renderCsv } from '../../../import/words/render-csv.js';
import type { SettledFile } from '../../../import/words/settle.js';
import type { ForeignWord } from '../../../model/config.js';
import { type Diagnostic, hasErrors } from '../../../model/diagnostic.js';
import { VocabError } from '../../../model/errors.js';
import { type Hotword, hasExtra } from '../../../model/hotword.js';
import { renderWords } from '../../../model/yaml/render-vocabulary.js';

export type IncludeFormat = 'csv' | 'yaml';

/** A file of words to include, before it is written. */
export interface DraftInclude {
  /** As the vocabulary names it: relative to its folder, separated by /. */
  readonly include: string;
  readonly text: string;
  /** Whether a file of that name says the same already. */
  readonly isThere: boolean;
  readonly words: readonly ForeignWord[];
  /** The file that the words came from. */
  readonly from: string;
  /** Whether it takes the place of the include that reads that file. */
  readonly isReplacing: boolean;
}

export interface IncludeOptions {
  /** Absolute: the folder of the vocabulary. */
  readonly directory: string;
  /** Left out: a table where it can hold the words. */
  readonly to: IncludeFormat | undefined;
  readonly default_weight: number;
}

/** Finds a name for the words of each file, and writes them down. Overwrites nothing. @throws VocabError `usage` */
export function draftIncludes(files: readonly SettledFile[], options: IncludeOptions): DraftInclude[] {
  const drafts: DraftInclude[] = [];
  for (const { file, words, isMisread } of files) {
    if (words.length === 0) continue;
    const format = formatFor(words, file, options.to);
    const text = format === 'csv' ? renderCsv(words) : renderWords(words.map(asWritten(options)), options);
    const taken = new Set(drafts.map(({ include }) => include.toLowerCase()));
    const named = (stem: string) => `words/${stem}.${format}`;
    const stem = freeName(stemOf(file), (candidate) => {
      const include = named(candidate);
      if (taken.has(include.toLowerCase())) return true;
      const present = presentText(join(options.directory, include));
      return present !== null && present !== text;
    });
    const include = named(stem);
    const isThere = presentText(join(options.directory, include)) === text;
    drafts.push({ include, text, isThere, words, from: file, isReplacing: isMisread });
  }
  return drafts;
}

/** What stands at a path; null when nothing does. What is there and cannot be read, or is no file, is no text of ours. */
function presentText(path: string): string | null {
  const stats = attempt(() => lstatSync(path));
  // Whatever keeps us from looking keeps us from writing there, and is said then.
  if (stats === null) return null;
  return (stats.isFile() ? attempt(() => readFileSync(path, 'utf8')) : null) ?? '';
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

function asWritten({
  default_weight,
}: IncludeOptions): (word: ForeignWord) => Hotword & ForeignWord & { weight: number } {
  return (word) => ({ ...word, weight: word.weight ?? default_weight });
}

function formatFor(
  words: readonly ForeignWord[],
  file: string,
  to: IncludeFormat | undefined,
): IncludeFormat {
  if (to === 'yaml') return 'yaml';
  const rich = words.find(hasExtra);
  const isHeld = rich === undefined && readsBack(words);
  if (isHeld) return 'csv';
  if (to === undefined) return 'yaml';
  const why =
    rich === undefined ? 'a word that a spreadsheet would take for an error' : 'further fields of the vendor';
  throw new VocabError('usage', `a table cannot hold the words of ${file}: they have ${why}`, {
    hint: 'write them as YAML: --to yaml',
  });
}

/** Whether the table says what it was made of: its reader takes some cells, such as `#REF!`, for mistakes. */
function readsBack(words: readonly ForeignWord[]): boolean {
  const found: Diagnostic[] = [];
  const file = 'words.csv';
  const location = { file, line: 1, column: 1 };
  const entries = parseTableWords(
    { file: { value: file, location }, columns: null },
    {
      source: createSource(file, renderCsv(words)),
      report: (one) => void found.push(one),
      defaultWeight: Number.NaN,
    },
  );
  if (hasErrors(found) || entries.length !== words.length) return false;
  return entries.every((entry, index) => sameWord(entry, words[index]));
}

/** A weight that is none was the default. */
function sameWord(entry: ForeignWord, word: ForeignWord | undefined): boolean {
  const weight = Number.isNaN(entry.weight) ? null : entry.weight;
  return (
    word !== undefined &&
    entry.text === word.text &&
    weight === word.weight &&
    entry.lang === word.lang &&
    entry.note === word.note &&
    entry.expires === word.expires
  );
}
