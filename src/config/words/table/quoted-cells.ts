import type { Row } from './table-columns.js';

/** Why there are no cells, and the line that is to blame. */
export class BadQuotes extends Error {
  readonly hint: string;
  readonly line: number;

  constructor({ message, hint }: Advice, line: number) {
    super(message);
    this.hint = hint;
    this.line = line;
  }
}

interface Advice {
  readonly message: string;
  readonly hint: string;
}

interface Cursor {
  readonly text: string;
  readonly delimiter: string;
  /** What a cell without quotes may be made of. */
  readonly plain: RegExp;
  at: number;
  line: number;
}

/**
 * Cells by RFC 4180, between whatever delimiter: quoted ones may hold delimiters, line ends and doubled quotes. Beyond
 * it, spaces may stand beside the quotes, and rows may be of any length. A row at a time, so that a reader may stop.
 * @throws BadQuotes
 */
export function* quotedRows(text: string, delimiter: string, firstLine: number): Iterable<Row> {
  const plain = new RegExp(`[^"\\n${delimiter.replace(/[\\\]^-]/, '\\$&')}]*`, 'y');
  const cursor: Cursor = { text, delimiter, plain, at: 0, line: firstLine };
  while (cursor.at < text.length) {
    const { line } = cursor;
    const cells = [readCell(cursor)];
    while (text[cursor.at] === delimiter) {
      cursor.at++;
      cells.push(readCell(cursor));
    }
    cursor.at++;
    cursor.line++;
    yield { cells, line };
  }
}

function readCell(cursor: Cursor): string {
  skipSpaces(cursor);
  const { text, plain } = cursor;
  if (text[cursor.at] === '"') return readQuoted(cursor);
  plain.lastIndex = cursor.at;
  const cell = plain.exec(text)?.[0] ?? '';
  cursor.at += cell.length;
  if (text[cursor.at] === '"') throw strayQuote(cursor);
  return cell;
}

function readQuoted(cursor: Cursor): string {
  const { text, line } = cursor;
  const start = cursor.at + 1;
  let end = text.indexOf('"', start);
  while (text[end + 1] === '"' && end !== -1) end = text.indexOf('"', end + 2);
  if (end === -1) throw new BadQuotes(openQuote, line);
  const cell = text.slice(start, end);
  cursor.at = end + 1;
  cursor.line += countLineEnds(cell);
  skipSpaces(cursor);
  const next = text[cursor.at];
  if (next !== undefined && next !== '\n' && next !== cursor.delimiter) throw strayQuote(cursor);
  return cell.replaceAll('""', '"');
}

function skipSpaces(cursor: Cursor): void {
  const { text, delimiter } = cursor;
  while (' \t\r'.includes(text[cursor.at] ?? '.') && text[cursor.at] !== delimiter) cursor.at++;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const openQuote: Advice = {
  message: 'a quote is never closed',
  hint: 'close it, or write it twice within quotes if it belongs to the text: "5"" disk"',
};

function strayQuote({ text, at, line, delimiter }: Cursor): BadQuotes {
  const end = text.indexOf('\n', at);
  const row = text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end);
  return new BadQuotes(adviceOn(row, delimiter), line);
}

const wellQuoted = /^(?:[^"]*|"(?:[^"]|"")*")$/;
const longestCell = 100;

/** Says what to write in place of the cell; of one that is long, or that nobody can find, how. */
function adviceOn(line: string, delimiter: string): Advice {
  const cell = line
    .split(delimiter)
    .map((one) => one.trim())
    .find((one) => !wellQuoted.test(one));
  const message = 'a quote stands inside a cell';
  if (cell === undefined || cell.length > longestCell)
    return { message, hint: 'put the cell in quotes, and write each quote in it twice: "5"" disk"' };
  const kept = /^="([^"]*)"$/.exec(cell)?.[1];
  if (kept !== undefined && kept !== '')
    return {
      message,
      hint: `write ${kept}: that is how a spreadsheet keeps a number a text, and here it is one`,
    };
  const inner = /^"(.+)"$/.exec(cell)?.[1] ?? cell;
  const meant = `"${inner.replaceAll('""', '"').replaceAll('"', '""')}"`;
  return { message: `${message}: ${cell}`, hint: `if the quote belongs to the text, write ${meant}` };
}
