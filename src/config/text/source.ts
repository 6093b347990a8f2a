import type { Location } from '../../model/diagnostic.js';

/** A file's text, decoded, without its byte-order mark. Offsets are UTF-16 code units, as in the text. */
export interface Source {
  /** The path as the user would type it. */
  readonly file: string;
  readonly text: string;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
}

/** Spreadsheets of older Macs end lines with a carriage return alone; such a one becomes a line feed, in its place. */
export function createSource(file: string, written: string): Source {
  const text = written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
  const lineStarts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lineStarts.push(end + 1);
  return { file, text, lineStarts };
}

export function locationAt({ file, text, lineStarts }: Source, offset: number): Location {
  const inside = Math.min(Math.max(offset, 0), text.length);
  const line = lastNotAfter(lineStarts, inside);
  return { file, line: line + 1, column: inside - (lineStarts[line] ?? 0) + 1 };
}

/** The index of the last number that is at most `limit`; the first one always is. */
function lastNotAfter(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
