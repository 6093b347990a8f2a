import type { DiagnosticDraft } from '../../../model/diagnostic.js';
import { andMore } from '../../../model/text/and-more.js';
import { closest } from '../../../model/text/closest.js';
import { countKnown, possibleMeaningOf } from '../header-meanings.js';
import { foldName } from '../header-names.js';
import { fields } from '../include.js';
import { signName } from '../signs.js';
import { includeLine } from './include-line.js';
import { headerFor, isField, type Row, type Table } from './table-columns.js';

/* What is said of the first line of a table, and the line that its reader can write instead. */

type Around = Pick<Table, 'include' | 'rows' | 'layout'>;

const namesAreMany = 20;

function quoted(names: readonly string[]): string {
  return andMore(names, namesAreMany, (name) => JSON.stringify(name));
}

export function unknownColumns(
  unknown: readonly string[],
  names: readonly string[],
  around: Around,
): DiagnosticDraft {
  const nameless = unknown.filter((name) => name === '').length;
  const named = unknown.filter((name) => name !== '');
  const what = [
    ...(named.length === 0
      ? []
      : [`${named.length === 1 ? 'the unknown column' : 'unknown columns:'} ${quoted(named)}`]),
    ...(nameless === 0 ? [] : ['a column without a name, and cells in it']),
  ].join(' and ');
  return {
    rule: 'csv-header',
    message: `the header has ${what}`,
    hint: `${misspelt(named)}${namingColumns(names, around)}`,
  };
}

/** Who has misspelt a column wants to know it before he is told how to leave it unread. */
function misspelt(unknown: readonly string[]): string {
  const guesses = unknown.flatMap((name) => {
    const near = closest(foldName(name), fields);
    return near === null ? [] : [`did you mean "${near}"?`];
  });
  return guesses.length === 0 ? '' : `${guesses[0]} Otherwise `;
}

export function missingText(names: readonly string[], around: Around): DiagnosticDraft {
  const mayBeARow = countKnown(names) === 0 && names.filter((name) => possibleMeaningOf(name)).length < 2;
  const wayOut = namingColumns(names, around);
  return {
    rule: 'csv-header',
    message: `the header has no column "text"; it has ${quoted(names)}`,
    hint: mayBeARow
      ? `if this is a row, ${headerAbove(names, around)}; if it is the header, ${wayOut}`
      : wayOut,
  };
}

function namingColumns(names: readonly string[], { include, rows }: Around): string {
  const line = includeLine(names, rows, include);
  return line === null
    ? 'give the column with the words the header text, each column another header'
    : `write the include as: ${line}; columns that it does not name are not read`;
}

export function noHeader(names: readonly string[], around: Around): DiagnosticDraft {
  const header = headerFor([{ cells: names, line: 1 }, ...around.rows]);
  const hasOthers = header?.some((name) => !isField(name)) ?? false;
  const line = header !== null && hasOthers ? includeLine(header, around.rows, around.include) : null;
  return {
    rule: 'csv-header',
    message: `the first line is no header, but looks like a row: ${quoted(names)}`,
    hint: `${headerAbove(names, around)}${line === null ? '' : `, and write the include as: ${line}`}`,
  };
}

function headerAbove(names: readonly string[], { rows, layout: { delimiter } }: Around): string {
  const header = headerFor([{ cells: names, line: 1 }, ...rows]);
  if (header === null) return 'put a line above it that names the columns, one of them text';
  const line = header.slice(0, namesAreMany).join(delimiter === '\t' ? '<tab>' : delimiter);
  return `put a line above it that names the columns: ${line}${header.length > namesAreMany ? '…' : ''}`;
}

/** Above the header of many a spreadsheet stands what the table is. */
export function belowATitle(title: Row, header: Row): DiagnosticDraft {
  const last = header.line - 1;
  const which = last === title.line ? `line ${title.line}` : `lines ${title.line} to ${last}`;
  return {
    rule: 'csv-header',
    message: `the first line is no header; line ${header.line} is one: ${quoted(header.cells)}`,
    hint: `delete ${which}, so that the header comes first`,
  };
}

export function tooManyColumns(count: number, most: number): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the header has ${count} columns; a table may have ${most}`,
    hint: 'write a hotword a row, under the header text',
  };
}

export function otherSeparator(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the columns are separated by ${name}`,
    hint: 'put commas, semicolons or tabs between the columns ("CSV UTF-8" in spreadsheets)',
  };
}

/** Written so by hand: no column of the hint for another header would be the right one. */
export function mixedSeparators(
  names: readonly string[],
  { delimiter, other }: { readonly delimiter: string; readonly other: string },
): DiagnosticDraft {
  const header = names.flatMap((name) => name.split(other)).join(delimiter === '\t' ? '<tab>' : delimiter);
  return {
    rule: 'csv-header',
    message: `the columns are separated by ${signName(delimiter)} and by ${signName(other)}`,
    hint: `put the same between all of them, in the header and in every row: ${header}`,
  };
}

export function wrongSeparatorLine(named: string, meant: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the first line says that ${signName(named)} separates the columns, and it is ${signName(meant)}`,
    hint: 'delete the first line, the one with sep=',
  };
}

export function noSuchColumn(name: string, names: readonly string[]): DiagnosticDraft {
  const near = closest(name, names);
  return {
    rule: 'csv-header',
    message: `the table has no column ${JSON.stringify(name)}; it has ${quoted(names)}`,
    hint:
      near === null ? 'write the header as it stands in the table' : `did you mean ${JSON.stringify(near)}?`,
  };
}

export function columnTwice(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the header has the column ${JSON.stringify(name)} twice`,
    hint: 'rename one of them, or delete it',
  };
}
