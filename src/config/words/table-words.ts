import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import type { MappingTree, Pair, ScalarTree } from '../text/tree.js';
import { readEntries } from './entries.js';
import type { Field, Include } from './include.js';
import { fieldsOf, type Row } from './table-header.js';
import { delimiterOf, type Layout } from './table-layout.js';

/**
 * Hotwords of a table: under a header of the fields of an entry in any order, or under its own headers where the
 * include names them. Only the text must be there. An empty cell is a default.
 */
export async function parseTableWords(include: Include, context: Reading): Promise<Entry[]> {
  const layout = delimiterOf(context.source.text, include);
  const [header, ...rows] = await splitRows(layout, context);
  if (header === undefined) return [];
  const fields = fieldsOf(header, rows, { include, context });
  if (fields === null) return [];
  const mappings: MappingTree[] = [];
  for (const row of rows) {
    // Cells that are missing at the end are empty ones; a cell too many is most likely half a text.
    const hasSurplus =
      row.cells.length > fields.length && row.cells.slice(fields.length).some((cell) => cell.trim() !== '');
    if (hasSurplus) sayAt(row, longRow(row, { expected: fields.length, ...layout }), context);
    else mappings.push(mappingOf(row, fields, { context, layout }));
  }
  return readEntries(mappings, context);
}

/** Without quotes, delimiters and line ends are just that. Loading and running the parser takes many times as long. */
async function splitRows({ delimiter, start, firstLine }: Layout, context: Reading): Promise<Row[]> {
  const text = context.source.text.slice(start);
  if (!text.includes('"'))
    return withLines(
      text.split(/\r?\n/).map((row) => row.split(delimiter)),
      firstLine,
    );
  const { parseQuotedCells } = await import('./quoted-cells.js');
  const table = parseQuotedCells(text, delimiter);
  if ('records' in table) return withLines(table.records, firstLine);
  sayAt({ line: table.line + firstLine - 1 }, badQuotes(table.message), context);
  return [];
}

/** The parser could say the lines itself, at five times the cost. */
function withLines(records: readonly (readonly string[])[], firstLine: number): Row[] {
  const rows: Row[] = [];
  let line = firstLine;
  for (const cells of records) {
    // A spreadsheet saves the empty rows below a table as rows of delimiters.
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
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

function mappingOf(
  { cells, line }: Row,
  fields: readonly (Field | null)[],
  { context, layout }: { readonly context: Reading; readonly layout: Layout },
): MappingTree {
  const start = context.source.lineStarts[line - 1] ?? 0;
  const pairs: Pair[] = [];
  for (const [index, key] of fields.entries()) {
    const text = (cells[index] ?? '').trim();
    if (key === null || (text === '' && key !== 'text')) continue;
    const value: ScalarTree =
      key === 'weight'
        ? { kind: 'scalar', style: 'plain', text: numberCell(text, layout), start, end: start }
        : { kind: 'scalar', style: 'quoted', text, start, end: start };
    pairs.push({ key, keyStart: start, value });
  }
  return { kind: 'mapping', start, pairs };
}

/** Where a comma is no delimiter, spreadsheets may write it for the point: `4,0`. */
function numberCell(text: string, { delimiter }: Layout): string {
  return delimiter === ',' ? text : text.replace(',', '.');
}

function sayAt({ line }: { readonly line: number }, draft: DiagnosticDraft, context: Reading): void {
  const { report, source } = context;
  report(asError(draft, { file: source.file, line, column: 1 }));
}

function longRow(
  { cells }: Row,
  { expected, delimiter }: Pick<Layout, 'delimiter'> & { readonly expected: number },
): DiagnosticDraft {
  const sign = delimiterNames.get(delimiter) ?? `"${delimiter}"`;
  return {
    rule: 'csv-row',
    message: `the row has ${cells.length} cells, the header has ${expected}`,
    hint: `put quotes around a text with a ${sign} in it`,
  };
}

const delimiterNames: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
]);

function badQuotes(message: string): DiagnosticDraft {
  return {
    rule: 'csv-syntax',
    message: `not valid CSV: ${message}`,
    hint: 'write a quote inside a quoted cell twice, and close every quote',
  };
}
