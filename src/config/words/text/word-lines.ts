import type { Location } from '../../../model/diagnostic.js';
import type { Source } from '../../text/source.js';
import { mostEntries } from '../../text/too-many.js';
import { normaliseText } from '../normalise-text.js';
import { withoutMarker } from './list-marker.js';

/** A line of a text file that is neither blank nor a comment. */
export interface WordLine {
  /** What becomes the hotword. */
  readonly word: string;
  /** The word without a bullet in front of it, or a number that belongs to a list. */
  readonly body: string;
  /** Whether a tab stands between two texts. */
  readonly hasTab: boolean;
  /** Whether the last cell of a row is empty: of a spreadsheet, a word beside which nothing stands. */
  readonly endsInTab: boolean;
  /** Whether there are several tabs: what stands between two of them is neither a word nor its weight. */
  readonly hasColumns: boolean;
  /** Whether a full-width space stands between two words of Chinese: what parts them in a text becomes a part of one. */
  readonly hasWideSpace: boolean;
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
    const cells = row.includes('\t') ? withoutMarker(row.trim()).split(/\t+/) : [];
    const hasTab = cells.length > 1;
    const endsInTab = row.endsWith('\t');
    // A dictionary with frequencies has parts of speech behind them.
    const hasColumns = cells.length > 2 && !/^\d+$/.test(cells[1] ?? '');
    const hasWideSpace = row !== word && row.includes('\u3000') && wideSpace.test(row);
    lines.push({ word, body: withoutMarker(word), hasTab, endsInTab, hasColumns, hasWideSpace, location });
  }
  return isNumbered(lines) ? lines.map(withoutNumber) : lines;
}

const wideSpace = /(?<=\p{Script=Han})\u3000+(?=\p{Script=Han})/u;

const fewestNumbered = 3;
/** A number with nothing but a space behind it is a part of most words that begin so, such as 3 Idiots. */
const bareNumber = /^(\d{1,5}) (?=\S)/;

/**
 * Whether the lines, but for a header, begin with bare numbers that count on one by one from the beginning, or are filled with
 * zeros. Where nothing but the numbers would be left to tell the lines apart, they are a series of names.
 */
function isNumbered(lines: readonly WordLine[]): boolean {
  const [first, second] = lines;
  if (first === undefined || second === undefined || numberOf(second) === null) return false;
  const rows = numberOf(first) === null ? lines.slice(1) : lines;
  const [top] = rows;
  const start = top === undefined ? null : numberOf(top);
  if (top === undefined || start === null || rows.length < fewestNumbered) return false;
  if (start > 1 && !top.word.startsWith('0')) return false;
  const countsOn = rows.every((line, index) => numberOf(line) === start + index);
  return countsOn && new Set(rows.map((line) => withoutNumber(line).body)).size === rows.length;
}

function numberOf({ word }: WordLine): number | null {
  const digits = bareNumber.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

function withoutNumber(line: WordLine): WordLine {
  return { ...line, body: line.word.replace(bareNumber, '') };
}

/** Where a row begins that is not blank. */
function firstColumn(row: string): number {
  const first = row.charCodeAt(0);
  const isPlain = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
  return isPlain ? 1 : row.search(/[^\p{Zs}\t]/u) + 1;
}
