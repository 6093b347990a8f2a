import { asError } from '../../../model/diagnostic.js';
import type { WordReading } from '../../reading.js';
import { mostEntries } from '../../text/too-many.js';
import { BadQuotes, quotedRows } from './quoted-cells.js';
import type { Row } from './table-columns.js';
import type { Layout } from './table-layout.js';

/** The rows of a table that have something in them, the header first; no more than one too many. */
export function readRows({ delimiter, start, firstLine }: Layout, { source, report }: WordReading): Row[] {
  const text = source.text.slice(start);
  // Without quotes, delimiters and line ends are just that, and it takes a fraction of the time.
  const read = text.includes('"') ? quotedRows : plainRows;
  try {
    return filledRows(read(text, delimiter, firstLine));
  } catch (failure) {
    if (!(failure instanceof BadQuotes)) throw failure;
    const { message, hint, line } = failure;
    const draft = { rule: 'csv-syntax', message: `not valid CSV: ${message}`, hint };
    report(asError(draft, { file: source.file, line, column: 1 }));
    return [];
  }
}

function* plainRows(text: string, delimiter: string, firstLine: number): Iterable<Row> {
  let line = firstLine;
  for (const row of text.split('\n')) {
    yield { cells: (row.endsWith('\r') ? row.slice(0, -1) : row).split(delimiter), line };
    line++;
  }
}

/** A spreadsheet saves the empty rows below a table as rows of delimiters. */
function filledRows(all: Iterable<Row>): Row[] {
  const rows: Row[] = [];
  for (const row of all) {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    if (rows.length > mostEntries + 1) break;
  }
  return rows;
}
