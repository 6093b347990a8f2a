import type { Entry } from '../model/config.js';
import { type EntryContext, entryOf } from './entries.js';
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
    const column = row.search(/[^\p{Zs}\t]/u) + 1;
    entries.push(entryOf(word, context, { file, line, column }));
  }
  return entries;
}
