import { asError, type Diagnostic } from '../../../model/diagnostic.js';
import type { WordLine } from './word-lines.js';

/** Parts the lines that are words from those that are rows of a table. A weight may stand behind a tab. */
export function partRows(
  lines: readonly WordLine[],
  hasWeight: (line: WordLine) => boolean,
): { readonly rows: readonly WordLine[]; readonly words: readonly WordLine[] } {
  const isRow = (line: WordLine): boolean => line.hasColumns || (line.hasTab && !hasWeight(line));
  const rows = lines.filter(isRow);
  return { rows, words: rows.length === 0 ? lines : lines.filter((line) => !isRow(line)) };
}

/** Folded to a space, the columns of a table would make one hotword that nobody ever says. */
export function columnsInText(
  { location }: WordLine,
  { count = 1, hasHeader = false }: { readonly count?: number; readonly hasHeader?: boolean } = {},
): Diagnostic {
  const lines = count === 1 ? 'a line has' : `${count} lines have`;
  const draft = {
    rule: 'txt-columns',
    message: `${lines} a tab inside; a text file has one hotword a line and nothing else`,
    hint: hasHeader
      ? 'name the file .tsv: it is a table, and its first line is the header'
      : 'keep the column with the words only, or name the file .tsv and begin it with a header: text, a tab, weight',
  };
  return asError(draft, location);
}
