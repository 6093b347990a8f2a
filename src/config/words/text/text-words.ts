import type { Entry } from '../../../model/config.js';
import type { WordReading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import { entryOf } from '../entries.js';
import { columnsInText, partRows } from './columns-in-text.js';
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
  const { rows, words } = partRows(lines, hasWeight);
  if (rows[0] !== undefined)
    report(columnsInText(rows[0], { count: rows.length, hasHeader: header !== null }));
  // Under the header of a table, its rows are what they should be.
  const doubtful = isTable ? [] : words.filter((line) => line !== header);
  for (const doubt of doubtsAbout(doubtful, hasWeight)) report(doubt);
  return words;
}
