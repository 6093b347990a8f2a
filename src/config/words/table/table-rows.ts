import { asError, type DiagnosticDraft } from '../../../model/diagnostic.js';
import type { Reading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import type { Row } from './table-columns.js';
import type { Layout } from './table-layout.js';

/** The rows of a table that have something in them, the header first; no more than one too many. */
export async function readRows(layout: Layout, context: Reading): Promise<Row[]> {
  const { delimiter, start, firstLine } = layout;
  const text = context.source.text.slice(start);
  // Without quotes, delimiters and line ends are just that. Loading and running the parser takes many times as long.
  if (!text.includes('"')) return withLines(plainRecords(text, delimiter), firstLine);
  const { mostRecords, parseQuotedCells } = await import('./quoted-cells.js');
  const table = parseQuotedCells(text, delimiter);
  if ('records' in table) {
    if (table.records.length < mostRecords) return withLines(table.records, firstLine);
    reportTooMany(start, context);
    return [];
  }
  const line = table.line + firstLine - 1;
  context.report(asError(badQuotes(table), { file: context.source.file, line, column: 1 }));
  return [];
}

function* plainRecords(text: string, delimiter: string): Iterable<readonly string[]> {
  for (const row of text.split('\n')) {
    yield (row.endsWith('\r') ? row.slice(0, -1) : row).split(delimiter);
  }
}

/** The parser could say the lines itself, at five times the cost. */
function withLines(records: Iterable<readonly string[]>, firstLine: number): Row[] {
  const rows: Row[] = [];
  let line = firstLine;
  for (const cells of records) {
    // A spreadsheet saves the empty rows below a table as rows of delimiters.
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
    if (rows.length > mostEntries + 1) break;
    line++;
    for (const cell of cells) line += countLineEnds(cell);
  }
  return rows;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function badQuotes({ message, hint }: { readonly message: string; readonly hint: string }): DiagnosticDraft {
  return { rule: 'csv-syntax', message: `not valid CSV: ${message}`, hint };
}
