import type { Entry } from '../../../model/config.js';
import { asError } from '../../../model/diagnostic.js';
import type { WordReading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import type { MappingTree, Pair, ScalarTree } from '../../text/tree.js';
import { readEntries } from '../entries.js';
import type { Field, Include } from '../include.js';
import { rowProblem } from './row-problems.js';
import type { Row } from './table-columns.js';
import { type Column, columnsOf } from './table-header.js';
import { delimiterOf, type Layout } from './table-layout.js';
import { readRows } from './table-rows.js';

/**
 * Hotwords of a table: under a header of the fields of an entry in any order, or under its own headers where the
 * include names them. Only the text must be there. An empty cell is a default.
 */
export function parseTableWords(include: Include, context: WordReading): Entry[] {
  const layout = delimiterOf(context.source.text, include);
  const [header, ...rows] = readRows(layout, context);
  if (header === undefined) return [];
  const surplus = rows[mostEntries];
  if (surplus !== undefined) {
    reportTooMany(offsetOf(surplus, context), context);
    return [];
  }
  const columns = columnsOf({ include, context, layout, header, rows });
  return columns === null ? [] : readTable({ header, rows, columns, layout }, context);
}

/** A table of which it is known what its columns are. */
interface ReadableTable {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly layout: Layout;
}

/** The hotwords of its rows. A row that cannot be read is reported and left out. */
export function readTable({ header, rows, columns, layout }: ReadableTable, context: WordReading): Entry[] {
  const problemOf = rowProblem({ header, columns, layout });
  const mappings: MappingTree[] = [];
  for (const row of rows) {
    const problem = problemOf(row);
    if (problem === null) mappings.push(mappingOf(row, columns, context));
    else context.report(asError(problem, { file: context.source.file, line: row.line, column: 1 }));
  }
  return readEntries(mappings, context);
}

function offsetOf({ line }: Row, { source }: WordReading): number {
  return source.lineStarts[line - 1] ?? 0;
}

/** Only of the columns that are read: a header may have any number of others. */
function mappingOf(row: Row, columns: readonly Column[], context: WordReading): MappingTree {
  const start = offsetOf(row, context);
  const pairs: Pair[] = [];
  for (const { index, field } of columns) {
    const text = (row.cells[index] ?? '').trim();
    if (text === '' && field !== 'text') continue;
    pairs.push({ key: field, keyStart: start, value: valueOf(field, text, start) });
  }
  return { kind: 'mapping', start, pairs };
}

function valueOf(field: Field, text: string, start: number): ScalarTree {
  if (field !== 'weight') return { kind: 'scalar', style: 'quoted', text, start, end: start };
  if (/^\d+$/.test(text)) return { kind: 'scalar', style: 'plain', text, start, end: start };
  // In a table there is no null: what looks like it is the word.
  const style = /^(?:null|~)$/i.test(text) ? 'quoted' : 'plain';
  // Where the comma is the delimiter the cell was quoted, and in many countries it is the point: `4,0`.
  return { kind: 'scalar', style, text: text.replace(/^([-+]?\d+),(0*)$/, '$1.$2'), start, end: start };
}
