import type { Entry } from '../../model/config.js';
import { asError, type Diagnostic, type Location } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { mostEntries, reportTooMany } from '../text/too-many.js';
import { entryOf } from './entries.js';
import { doubtsAbout } from './text-doubts.js';
import { weightsOf } from './text-weights.js';
import { wordLinesOf } from './word-lines.js';

/**
 * A hotword a line, all with the default weight; blank lines and lines that begin with # are not. Whatever stands on a
 * line is the hotword: what looks as if something else were meant is said once a file, and never changed.
 */
export function parseTextWords(context: Reading): Entry[] {
  const lines = wordLinesOf(context.source);
  const surplus = lines[mostEntries];
  if (surplus !== undefined) {
    reportTooMany(context.source.lineStarts[surplus.location.line - 1] ?? 0, context);
    return [];
  }
  const weights = weightsOf(lines);
  if (weights !== null) context.report(weights.diagnostic);
  const others = weights === null ? lines : lines.filter((line) => !weights.has(line));
  const tables = new Set(others.filter(({ hasTab }) => hasTab));
  for (const { location } of tables) context.report(columnsInText(location));
  for (const doubt of doubtsAbout(others.filter((line) => !tables.has(line)))) context.report(doubt);
  return lines
    .filter((line) => !tables.has(line))
    .map(({ word, location }) => entryOf(word, context, location));
}

/** Folded to a space, the columns of a table would make one hotword that nobody ever says. */
function columnsInText(location: Location): Diagnostic {
  return asError(
    {
      rule: 'txt-columns',
      message: 'the line has a tab inside; a text include has one hotword a line and nothing else',
      hint: 'keep the column with the words only, or name the file .tsv and begin it with a header: text, a tab, weight',
    },
    location,
  );
}
