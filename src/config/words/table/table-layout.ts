import { possibleMeaningOf } from '../header-meanings.js';
import { foldName } from '../header-names.js';
import { fields, type Include } from '../include.js';

/** How a table is laid out, before its cells are read. */
export interface Layout {
  readonly delimiter: string;
  /** Where the table begins in the text, behind a line that only names the delimiter. */
  readonly start: number;
  /** The line of the file that this is, from 1. */
  readonly firstLine: number;
}

/** Excel writes it, and reads it, where the delimiter is not the one of the country. */
const separatorLine = /^"?sep=([^\r\n"])"?[ ,;\t]*(?:\r?\n|$)/i;
export const delimiters: readonly string[] = [',', ';', '\t'];
const linesLookedAt = 5;

/**
 * Tells the delimiter from the header, whatever the extension: spreadsheets of many countries write semicolons into
 * .csv. What makes a header is our own names, then those of others, then the same below a title; where there is none,
 * the rows tell, by having as many cells each.
 */
export function delimiterOf(text: string, include: Include): Layout {
  const named = separatorLine.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length, firstLine: 2 };
  const wanted = new Set(
    include.columns === null ? fields : [...include.columns.values()].map(({ value }) => foldName(value)),
  );
  const lines = firstLines(text);
  const ranked = delimiters.map((delimiter) => ({ delimiter, ranks: ranksOf(delimiter, lines, wanted) }));
  const [best] = ranked.sort((left, right) => compareRanks(right.ranks, left.ranks));
  return { delimiter: best?.delimiter ?? ',', start: 0, firstLine: 1 };
}

/** The first lines that have more than delimiters, quotes and white space. */
function firstLines(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length && lines.length < linesLookedAt; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end);
    if (/[^\s,;"]/.test(line)) lines.push(line);
    start = end === -1 ? text.length : end + 1;
  }
  return lines;
}

function ranksOf(delimiter: string, lines: readonly string[], wanted: ReadonlySet<string>): number[] {
  const rows = lines.map((line) => roughCells(line, delimiter));
  const [header = [], ...others] = rows;
  const known = (cells: readonly string[]) => cells.filter((cell) => wanted.has(foldName(cell))).length;
  const isSteady = header.length > 1 && rows.every(({ length }) => length === header.length);
  return [
    known(header),
    meant(header),
    Math.max(0, ...others.map(known)),
    Math.max(0, ...others.map(meant)),
    isSteady ? 1 : 0,
    header.length,
  ];
}

function meant(cells: readonly string[]): number {
  return cells.filter((cell) => possibleMeaningOf(cell) !== null).length;
}

/** As far as it can be told without a parser: cells may be quoted, and hold the delimiter then. */
function roughCells(line: string, delimiter: string): string[] {
  const cells = line.replace(/"[^"]*"/g, (cell) => cell.replaceAll(delimiter, '')).split(delimiter);
  return cells.slice(0, mostCells).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** Some cells tell as much as all, however long a line is that is no header. */
const mostCells = 200;

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
