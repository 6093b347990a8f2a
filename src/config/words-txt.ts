import type { Entry } from '../model/config.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { type EntryContext, entryOf } from './entries.js';
import { error } from './finding.js';
import { normaliseText } from './normalise-text.js';

/** A hotword a line, all with the default weight; blank lines and lines that begin with # are not. */
export function parseTxtWords(context: EntryContext): Entry[] {
  const { file, text } = context.source;
  const entries: Entry[] = [];
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    const word = normaliseText(row);
    if (word === '' || word.startsWith('#')) continue;
    const place = { file, line, column: row.search(/[^\p{Zs}\t]/u) + 1 };
    if (row.trim().includes('\t')) context.report(columnsInText(place));
    else entries.push(entryOf(word, context, place));
  }
  return entries;
}

/** Folded to a space, the columns of a table would make one hotword that nobody ever says. */
function columnsInText(place: Place): Diagnostic {
  return error(
    {
      rule: 'txt-columns',
      message: 'the line has a tab inside; a text include has one hotword a line and nothing else',
      hint: 'keep the column with the words only, or make it a .csv with the header text,weight,lang',
    },
    place,
  );
}
