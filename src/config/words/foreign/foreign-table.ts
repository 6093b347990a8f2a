import type { Entry } from '../../../model/config.js';
import { asError, type DiagnosticDraft } from '../../../model/diagnostic.js';
import { andMore } from '../../../model/text/and-more.js';
import type { WordReading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import { areHeaders, countKnown, isKindOfWord, meaningOf, possibleMeaningOf } from '../header-meanings.js';
import { headerName } from '../header-names.js';
import { type Field, fields, type Include } from '../include.js';
import { guessColumns } from '../table/include-line.js';
import { areCodes, headerFor, isMostlyWords, type Row } from '../table/table-columns.js';
import { isHeader, rowsBelow, separatorOf } from '../table/table-header.js';
import { delimiterOf, type Layout } from '../table/table-layout.js';
import { readRows } from '../table/table-rows.js';
import { readTable } from '../table/table-words.js';
import { saidOfFirst } from './foreign-text.js';

/** What was read of a table, and how it was understood. */
export interface ForeignTable {
  readonly entries: readonly Entry[];
  /** Sentences for people. */
  readonly remarks: readonly string[];
}

const nothing: ForeignTable = { entries: [], remarks: [] };

/**
 * The hotwords of a table that has headers of its own, or none: what `columns` of an include would have to say is told
 * from the headers and the rows. What is not understood is not read, and said.
 */
export function parseForeignTable(context: WordReading): ForeignTable {
  const { layout, all } = cut(context);
  const [first] = all;
  if (first === undefined) return nothing;
  const surplus = all[mostEntries + 1];
  if (surplus !== undefined) {
    reportTooMany(context.source.lineStarts[surplus.line - 1] ?? 0, context);
    return nothing;
  }
  const { header, rows, remarks } = withHeader(all, first);
  const names = header.cells.map(headerName);
  const columns = guessColumns(names, rows);
  if (!columns.has('text')) {
    const location = { file: context.source.file, line: header.line, column: 1 };
    context.report(asError(noWords(names), location));
    return nothing;
  }
  for (const name of unread(names, columns, rows)) context.foreign?.onUnread(name);
  const read = fields.flatMap((field) => {
    const index = names.indexOf(columns.get(field) ?? '\0');
    return index === -1 ? [] : [{ field, index }];
  });
  return { entries: readTable({ header, rows, columns: read, layout }, context), remarks };
}

/** The rows, by whatever separates the cells: what a header is full of, and no delimiter of ours, is the delimiter there. */
function cut(context: WordReading): { readonly layout: Layout; readonly all: readonly Row[] } {
  const layout = delimiterOf(context.source.text, anyHeaders(context));
  const all = readRows(layout, context);
  const sign = separatorOf((all[0]?.cells ?? []).map(headerName))?.[0];
  if (sign === undefined) return { layout, all };
  const other = { ...layout, delimiter: sign };
  const rows = readRows(other, context);
  // Words have spaces, too.
  const isTable = sign !== ' ' || rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
  return isTable ? { layout: other, all: rows } : { layout, all };
}

function anyHeaders({ source: { file } }: WordReading): Include {
  return { file: { value: file, location: { file, line: 1, column: 1 } }, columns: null };
}

interface Headed {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
}

function withHeader(all: readonly Row[], first: Row): Headed {
  const rows = all.slice(1);
  const cells = first.cells.map(headerName);
  if (cells.some((cell) => meaningOf(cell) === 'text')) return { header: first, rows, remarks: [] };
  const lower = rows.slice(0, rowsBelow).findIndex((row) => isHeader(row.cells, countKnown(cells)));
  const below = rows[lower];
  if (below !== undefined) {
    const remarks = [`the header is in line ${below.line}; what stands above it is not read`];
    return { header: below, rows: rows.slice(lower + 1), remarks };
  }
  if (looksLikeHeader(cells, rows)) return { header: first, rows, remarks: [] };
  const made = headerFor(all);
  if (made === null) return { header: first, rows, remarks: [] };
  const named = made.filter((name) => (fields as readonly string[]).includes(name));
  const others = made.filter((name, index) => !named.includes(name) && isMostlyWords(index, all)).length;
  const doubt =
    others === 0 ? '' : '; if its words are in another one, write a header with `text` above them';
  const alone = made.length === 1 ? saidOfFirst(all.map((row) => ({ word: row.cells[0] ?? '' }))) : [];
  const remarks = [`the table has no header; its columns are read as ${named.join(', ')}${doubt}`, ...alone];
  return { header: { cells: made, line: first.line }, rows: all, remarks };
}

const number = /^[-+]?[\d.,]+%?$/;

/** A name that is known in part, or words above a column of numbers. */
function looksLikeHeader(cells: readonly string[], rows: readonly Row[]): boolean {
  if (cells.some((cell) => number.test(cell))) return false;
  const below = cells.map((_, index) =>
    rows.map((row) => (row.cells[index] ?? '').trim()).filter((each) => each !== ''),
  );
  // A cell that is empty is the weight that a word does not have.
  const isNamed = (column: readonly string[], index: number) =>
    cells[index] !== '' && column.length > 0 && column.every((cell) => number.test(cell));
  if (below.some(isNamed)) return true;
  if (cells.length > 1 && cells.some((cell) => possibleMeaningOf(cell) !== null)) return true;
  // A word or a category that stands in the first row stands in others, too; a header does not.
  const areThereOnce = cells.every((cell, index) => below[index]?.includes(cell) !== true);
  if (cells.length > 1 && areHeaders(cells) && areThereOnce) return true;
  // Above codes stands what they number, `药品,YP`, or what has none of its own yet, `ISO`: the kind of the words tells.
  return (
    cells.length > 1 &&
    cells.some(isKindOfWord) &&
    cells.some((cell, index) => {
      const codes = below[index] ?? [];
      const isStem = cell !== '' && codes[0]?.toLowerCase().startsWith(cell.toLowerCase()) === true;
      return isStem && codes.length >= fewestCodes && areCodes(codes) && !areCodes([cell, ...codes]);
    })
  );
}

const fewestCodes = 3;

/** The columns with something in them that are not read. */
function unread(
  names: readonly string[],
  columns: ReadonlyMap<Field, string>,
  rows: readonly Row[],
): readonly string[] {
  const read = new Set(columns.values());
  return names.flatMap((name, index) => {
    const isFilled = rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
    return read.has(name) || !isFilled ? [] : [name === '' ? `column ${index + 1}` : name];
  });
}

function noWords(names: readonly string[]): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `no column of the table can be the words; it has ${andMore(names, 20, (name) => JSON.stringify(name))}`,
    hint: 'give the column with the words the header text',
  };
}
