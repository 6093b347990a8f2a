import type { Entry } from '../../../model/config.js';
import { asError, type Diagnostic } from '../../../model/diagnostic.js';
import type { WordReading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import { entryOf } from '../entries.js';
import { doubtsAbout } from './text-doubts.js';
import { headerInText, headerOf, isTableHeader } from './text-header.js';
import { weightsOf } from './text-weights.js';
import { type WordLine, wordLinesOf } from './word-lines.js';

/**
 * A hotword a line, all with the default weight; blank lines and lines that begin with # are not. Whatever stands on a
 * line is the hotword: what looks as if something else were meant is said once a file, and never changed.
 */
export function parseTextWords(context: WordReading): Entry[] {
  const lines = wordLinesOf(context.source);
  const surplus = lines[mostEntries];
  if (surplus !== undefined) {
    reportTooMany(context.source.lineStarts[surplus.location.line - 1] ?? 0, context);
    return [];
  }
  const words = saidOf(lines, context);
  return words.map(({ word, location }) => entryOf(word, context, location));
}

/** Says what a file looks like, and returns the lines that are hotwords all the same. */
function saidOf(lines: readonly WordLine[], { report }: WordReading): readonly WordLine[] {
  const header = headerOf(lines);
  if (header !== null && !header.hasTab) report(headerInText(header));
  const isTable = header !== null && isTableHeader(header);
  const body = header === null ? lines : lines.slice(1);
  const weights = isTable ? null : weightsOf(body);
  if (weights !== null) report(weights.diagnostic);
  const hasWeight = (line: WordLine): boolean => weights?.has(line) ?? false;
  const [columns, words] = partition(lines, (line) => line.hasTab && !hasWeight(line));
  if (columns[0] !== undefined) report(columnsInText(columns[0], columns.length, header !== null));
  // Under the header of a table, its rows are what they should be.
  const doubtful = isTable ? [] : words.filter((line) => line !== header);
  for (const doubt of doubtsAbout(doubtful, hasWeight)) report(doubt);
  return words;
}

function partition<T>(all: readonly T[], isOne: (item: T) => boolean): [T[], T[]] {
  const ones: T[] = [];
  const others: T[] = [];
  for (const item of all) (isOne(item) ? ones : others).push(item);
  return [ones, others];
}

/** Folded to a space, the columns of a table would make one hotword that nobody ever says. */
function columnsInText({ location }: WordLine, count: number, hasHeader: boolean): Diagnostic {
  const lines = count === 1 ? 'a line has' : `${count} lines have`;
  const draft = {
    rule: 'txt-columns',
    message: `${lines} a tab inside; a text include has one hotword a line and nothing else`,
    hint: hasHeader
      ? 'name the file .tsv: it is a table, and its first line is the header'
      : 'keep the column with the words only, or name the file .tsv and begin it with a header: text, a tab, weight',
  };
  return asError(draft, location);
}
