import type { Location } from '../../../model/diagnostic.js';
import type { Source } from '../../text/source.js';
import { mostEntries } from '../../text/too-many.js';
import { normaliseText } from '../normalise-text.js';
import { withoutMarker } from './list-marker.js';

/** A line of a text file that is neither blank nor a comment. */
export interface WordLine {
  /** What becomes the hotword. */
  readonly word: string;
  /** The word without a bullet or a number in front of it. */
  readonly body: string;
  /** Whether a tab stands between two texts. */
  readonly hasTab: boolean;
  readonly location: Location;
}

/** The lines of a text file that are words, in their order; no more than one too many. */
export function wordLinesOf({ file, text }: Source): WordLine[] {
  const lines: WordLine[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    const word = normaliseText(row);
    if (word === '' || word.startsWith('#')) continue;
    if (lines.length > mostEntries) break;
    const location = { file, line: index + 1, column: firstColumn(row) };
    // A list pasted from a word processor has a tab after each bullet.
    const hasTab = row.includes('\t') && withoutMarker(row.trim()).includes('\t');
    lines.push({ word, body: withoutMarker(word), hasTab, location });
  }
  return lines;
}

/** Where a row begins that is not blank. */
function firstColumn(row: string): number {
  const first = row.charCodeAt(0);
  const isPlain = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
  return isPlain ? 1 : row.search(/[^\p{Zs}\t]/u) + 1;
}
