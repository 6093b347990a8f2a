import { asError, type DiagnosticDraft, type Located, type Location } from '../../../model/diagnostic.js';
import { countKnown, meaningOf } from '../header-meanings.js';
import { foldName, headerName } from '../header-names.js';
import { type Field, fields } from '../include.js';
import {
  belowATitle,
  columnTwice,
  missingText,
  mixedSeparators,
  noHeader,
  noSuchColumn,
  otherSeparator,
  tooManyColumns,
  unknownColumns,
  wrongSeparatorLine,
} from './header-problems.js';
import { isField, type Row, type Table } from './table-columns.js';
import { delimiters, type Layout } from './table-layout.js';

/** A column that is read. */
export interface Column {
  readonly index: number;
  readonly field: Field;
}

const mostColumns = 1000;

/** The columns of a table that are read. Null, and a diagnostic, when nobody can tell. */
export function columnsOf(table: Table): readonly Column[] | null {
  const { include, context, header } = table;
  const names = header.cells.map(headerName);
  const problems = problemsOf(names, table);
  for (const { draft, location } of problems) context.report(asError(draft, location));
  if (problems.length > 0) return null;
  const wanted = new Map(
    include.columns === null
      ? fields.map((field) => [field, field])
      : [...include.columns].map(([field, { value }]) => [foldName(value), field]),
  );
  return names.flatMap((name, index) => {
    const field = wanted.get(foldName(name));
    return field === undefined ? [] : [{ index, field }];
  });
}

interface Problem {
  readonly draft: DiagnosticDraft;
  readonly location: Location;
}

function problemsOf(names: readonly string[], table: Table): Problem[] {
  const { include, context, header } = table;
  const place = { file: context.source.file, line: header.line, column: 1 };
  const at = (draft: DiagnosticDraft): Problem => ({ draft, location: place });
  const width = names.findLastIndex((name) => name !== '') + 1;
  if (width > mostColumns) return [at(tooManyColumns(width, mostColumns))];
  if (include.columns !== null) return namedColumnProblems(names, include.columns);
  return ownHeaderProblems(names, table).map(at);
}

function namedColumnProblems(
  names: readonly string[],
  columns: ReadonlyMap<Field, Located<string>>,
): Problem[] {
  return [...columns.values()].flatMap(({ value, location }) => {
    const found = names.filter((name) => foldName(name) === foldName(value)).length;
    if (found === 1) return [];
    return [{ draft: found === 0 ? noSuchColumn(value, names) : columnTwice(value), location }];
  });
}

function ownHeaderProblems(names: readonly string[], table: Table): DiagnosticDraft[] {
  const folded = names.map(foldName);
  const twice = fields.filter((field) => folded.filter((name) => name === field).length > 1);
  if (twice.length > 0) return twice.map((field) => columnTwice(field));
  const known = new Set(folded.flatMap((name, index) => (isField(name) ? [index] : [])));
  const unknown = [...filledColumns(table.rows)].filter((index) => index < names.length && !known.has(index));
  if (!folded.includes('text')) return [withoutText(names, table)];
  if (unknown.length === 0) return [];
  return [
    unknownColumns(
      unknown.sort((left, right) => left - right).map((index) => names[index] ?? ''),
      names,
      table,
    ),
  ];
}

/** The columns with cells in them. One look at each cell there is: a header may be as long as the table. */
function filledColumns(rows: readonly Row[]): Set<number> {
  const filled = new Set<number>();
  for (const { cells } of rows) {
    for (let index = 0; index < cells.length; index++) {
      if (!filled.has(index) && cells[index]?.trim() !== '') filled.add(index);
    }
  }
  return filled;
}

/** From what is surest to what is a guess. */
function withoutText(names: readonly string[], table: Table): DiagnosticDraft {
  const { header, rows, layout } = table;
  const separator = separatorOf(names);
  if (separator !== null) return otherSeparator(separator[1]);
  const meant = delimiterMeant(names, layout);
  if (meant !== null) return wrongSeparatorLine(layout.delimiter, meant);
  const other = delimiters.find((sign) => sign !== layout.delimiter && isMixed(names, sign));
  if (other !== undefined) return mixedSeparators(names, { delimiter: layout.delimiter, other });
  const lower = rows.slice(0, rowsBelow).find(({ cells }) => isHeader(cells, countKnown(names)));
  if (lower !== undefined) return belowATitle(header, lower);
  const isRow = names.some((name) => /^-?\d+(?:\.\d+)?$/.test(name)) && countKnown(names) === 0;
  return isRow ? noHeader(names, table) : missingText(names, table);
}

/** Whether the header would be one if another delimiter stood in it too. */
function isMixed(names: readonly string[], other: string): boolean {
  return !hasText(names) && hasText(names.flatMap((name) => name.split(other)));
}

/** A title and a line of explanations may stand above a header. */
export const rowsBelow = 4;

/** Surely a header, and more of one than the first line. A single word that could be one is a word. */
export function isHeader(cells: readonly string[], least: number): boolean {
  const known = countKnown(cells);
  if (known <= least || !cells.some((cell) => meaningOf(cell) === 'text')) return false;
  return known > 1 || cells.some((cell) => foldName(cell) === 'text');
}

/** What input methods of some countries, and other programs, put between columns. Those that are delimiters were tried. */
type OtherSeparator = readonly [sign: string, name: string];
const otherSeparators: readonly OtherSeparator[] = [
  ['，', 'a full-width comma'],
  ['；', 'a full-width semicolon'],
  ['|', 'a bar'],
  ['｜', 'a full-width bar'],
];

export function separatorOf([only = '', ...others]: readonly string[]): OtherSeparator | null {
  if (others.some((name) => name !== '')) return null;
  const found = otherSeparators.find(([sign]) => only.includes(sign) && hasText(only.split(sign)));
  if (found !== undefined) return found;
  // A name of several words has spaces, too: it is no header twice.
  const parts = only.split(' ');
  const areAllKnown = parts.length > 1 && hasText(parts) && countKnown(parts) === parts.length;
  return areAllKnown && meaningOf(only) === null ? [' ', 'a space'] : null;
}

/** The delimiter that makes a header of the first line, where a line above names another one. */
function delimiterMeant(names: readonly string[], { delimiter, start }: Layout): string | null {
  if (start === 0 || hasText(names)) return null;
  const line = names.join(delimiter);
  return delimiters.find((other) => other !== delimiter && hasText(line.split(other))) ?? null;
}

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => meaningOf(cell) === 'text');
}
