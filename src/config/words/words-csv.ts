import { didYouMean } from '../../model/closest.js';
import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import type { Source } from '../text/source.js';
import type { MappingTree, Pair } from '../text/tree.js';
import { readEntries } from './entries.js';

const columns = ['text', 'weight', 'lang'];

interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1: a quoted cell may hold line ends. */
  readonly line: number;
}

/** Hotwords under a header of text, weight and lang in any order; only text must be there. An empty cell is a default. */
export async function parseCsvWords(context: Reading): Promise<Entry[]> {
  const [header, ...rows] = await splitRows(context);
  if (header === undefined) return [];
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const problems = headerProblems(names);
  for (const problem of problems) sayAt(header, problem, context);
  if (problems.length > 0) return [];
  const mappings: MappingTree[] = [];
  for (const row of rows) {
    if (row.cells.length === names.length) mappings.push(mappingOf(row, names, context.source));
    else sayAt(row, unevenRow(row.cells.length, names.length), context);
  }
  return readEntries(mappings, context);
}

/** Without quotes, commas and line ends are just that. Loading and running the parser takes many times as long. */
async function splitRows(context: Reading): Promise<Row[]> {
  const { text } = context.source;
  if (!text.includes('"')) return withLines(text.split(/\r?\n/).map((row) => row.split(',')));
  const { parseQuotedCsv } = await import('./csv-quoted.js');
  const table = parseQuotedCsv(text);
  if ('records' in table) return withLines(table.records);
  sayAt(table, badCsv(table.message), context);
  return [];
}

/** The parser could say the lines itself, at five times the cost. */
function withLines(records: readonly (readonly string[])[]): Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (const cells of records) {
    // A spreadsheet saves the empty rows below a table as rows of commas.
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

function mappingOf({ cells, line }: Row, names: readonly string[], { lineStarts }: Source): MappingTree {
  const start = lineStarts[line - 1] ?? 0;
  const pairs: Pair[] = [];
  for (const [index, key] of names.entries()) {
    const text = (cells[index] ?? '').trim();
    if (text === '' && key !== 'text') continue;
    const style = key === 'weight' ? 'plain' : 'quoted';
    pairs.push({ key, keyStart: start, value: { kind: 'scalar', style, text, start, end: start } });
  }
  return { kind: 'mapping', start, pairs };
}

function headerProblems(names: readonly string[]): DiagnosticDraft[] {
  const separator = separatorOf(names);
  if (separator !== null) return [otherSeparator(separator)];
  const unknown = names.filter((name) => !columns.includes(name));
  const twice = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return [
    ...unknown.map(unknownColumn),
    ...twice.map(columnTwice),
    ...(names.includes('text') ? [] : [missingText]),
  ];
}

/** What spreadsheets of some countries, and input methods of others, put between columns instead of a comma. */
const otherSeparators: readonly (readonly [sign: string, name: string])[] = [
  [';', 'a semicolon'],
  ['\t', 'a tab'],
  ['，', 'a full-width comma'],
  ['；', 'a full-width semicolon'],
  ['|', 'a bar'],
];

function separatorOf(names: readonly string[]): string | null {
  const [only] = names;
  if (names.length !== 1 || only === undefined || !only.includes('text')) return null;
  return otherSeparators.find(([sign]) => only.includes(sign))?.[1] ?? null;
}

function otherSeparator(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the columns are separated by ${name}`,
    hint: 'save the file with commas between the columns ("CSV UTF-8" in spreadsheets)',
  };
}

function sayAt({ line }: { readonly line: number }, draft: DiagnosticDraft, context: Reading): void {
  const { report, source } = context;
  report(asError(draft, { file: source.file, line, column: 1 }));
}

const missingText: DiagnosticDraft = {
  rule: 'csv-header',
  message: 'the header has no column "text"',
  hint: 'begin the file with a line such as text,weight,lang; columns are separated by commas',
};

function unknownColumn(name: string): DiagnosticDraft {
  const known = `the columns are ${columns.join(', ')}`;
  const guess = didYouMean(name, columns);
  return {
    rule: 'csv-header',
    message: `the header has the unknown column ${JSON.stringify(name)}`,
    hint: guess === null ? `delete the column: ${known}` : `${guess} ${known}`,
  };
}

function columnTwice(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the header has the column "${name}" twice`,
    hint: 'delete one of them',
  };
}

function unevenRow(cells: number, expected: number): DiagnosticDraft {
  return {
    rule: 'csv-row',
    message: `the row has ${cells} cells, the header has ${expected}`,
    hint: 'put quotes around a text with a comma in it, and write a comma for each empty cell',
  };
}

function badCsv(message: string): DiagnosticDraft {
  return {
    rule: 'csv-syntax',
    message: `not valid CSV: ${message}`,
    hint: 'write a quote inside a quoted cell twice, and close every quote',
  };
}
