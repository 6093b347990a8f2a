import type { Entry } from '../../model/config.js';
import { asError, asWarning, type Diagnostic, type Location } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { entryOf } from './entries.js';
import { normaliseText } from './normalise-text.js';

/** A hotword a line, all with the default weight; blank lines and lines that begin with # are not. */
export function parseTxtWords(context: Reading): Entry[] {
  const { file, text } = context.source;
  const entries: Entry[] = [];
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    const word = normaliseText(row);
    if (word === '' || word.startsWith('#')) continue;
    const location = { file, line, column: row.search(/[^\p{Zs}\t]/u) + 1 };
    if (row.trim().includes('\t')) {
      context.report(columnsInText(location));
      continue;
    }
    const doubt = doubts.find(([pattern]) => pattern.test(word));
    if (doubt !== undefined) context.report(doubtful(word, doubt[1], location));
    entries.push(entryOf(word, context, location));
  }
  return entries;
}

/** What people write who have another format in mind. A hotword may really look so, hence only a warning. */
const doubts: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^- /, 'begins like an item of a YAML list'],
  [/ #/, 'ends in what looks like a comment; only a whole line can be one'],
  [/[,;，；、|]/, 'has a separator in it, like several words or columns'],
];

function doubtful(word: string, what: string, location: Location): Diagnostic {
  const draft = {
    rule: 'txt-doubtful',
    message: `"${word}" ${what}; all of it becomes one hotword`,
    hint: 'if that is not meant, write one word a line, or use a .csv with the header text,weight,lang',
  };
  return asWarning(draft, location);
}

/** Folded to a space, the columns of a table would make one hotword that nobody ever says. */
function columnsInText(location: Location): Diagnostic {
  return asError(
    {
      rule: 'txt-columns',
      message: 'the line has a tab inside; a text include has one hotword a line and nothing else',
      hint: 'keep the column with the words only, or make it a .csv with the header text,weight,lang',
    },
    location,
  );
}
