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
  const candidates = delimiters.map((delimiter) => ({
    delimiter,
    rows: lines.map((line) => roughCells(line, delimiter)),
  }));
  return { delimiter: bestOf(candidates, wanted)?.delimiter ?? ',', start: 0, firstLine: 1 };
}

interface Candidate {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** The first mark decides, and of those that are equal the next: most tables have our own names, and are asked no more. */
function bestOf(candidates: readonly Candidate[], wanted: ReadonlySet<string>): Candidate | undefined {
  let left = candidates;
  for (const mark of marksFor(wanted)) {
    const marks = left.map(({ rows: [header = [], ...others] }) => mark(header, others));
    const best = Math.max(...marks);
    left = left.filter((_, index) => marks[index] === best);
    if (left.length === 1) break;
  }
  return left[0];
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

type Mark = (header: readonly string[], others: readonly (readonly string[])[]) => number;

function marksFor(wanted: ReadonlySet<string>): Mark[] {
  const known = (cells: readonly string[]) => cells.filter((cell) => wanted.has(foldName(cell))).length;
  return [
    (header) => known(header),
    (header) => meant(header),
    (_, others) => Math.max(0, ...others.map(known)),
    (_, others) => Math.max(0, ...others.map(meant)),
    ({ length }, others) => (length > 1 && others.every((row) => row.length === length) ? 1 : 0),
    (header) => header.length,
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
