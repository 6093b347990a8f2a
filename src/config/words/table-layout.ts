import { fields, type Include } from './include.js';

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
const delimiters = [',', ';', '\t'];

/** Tells the delimiter from the header, whatever the extension: spreadsheets of many countries write semicolons into .csv. */
export function delimiterOf(text: string, include: Include): Layout {
  const named = separatorLine.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length, firstLine: 2 };
  const header = /^[^\S\n]*\S.*$/m.exec(text)?.[0] ?? '';
  const wanted = new Set(
    include.columns === null ? fields : [...include.columns.values()].map(({ value }) => bare(value)),
  );
  const ranked = delimiters.map((delimiter) => {
    const cells = header.replace(/"[^"]*"/g, (cell) => cell.replaceAll(delimiter, '')).split(delimiter);
    const known = cells.filter((cell) => wanted.has(bare(cell))).length;
    return { delimiter, known, cells: cells.length };
  });
  const [best] = ranked.sort((left, right) => right.known - left.known || right.cells - left.cells);
  return { delimiter: best?.delimiter ?? ',', start: 0, firstLine: 1 };
}

function bare(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase();
}
