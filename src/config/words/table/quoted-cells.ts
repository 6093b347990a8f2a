import { CsvError, parse } from 'csv-parse/sync';

/** Records of cells, or why there are none, with the line that is to blame. */
export type CellTable =
  | { readonly records: readonly (readonly string[])[] }
  | { readonly message: string; readonly hint: string; readonly line: number };

/** As many as a sheet has rows, empty ones too, and some. The parser gets slow beyond. */
export const mostRecords = 1_100_000;

/**
 * Cells by RFC 4180, between whatever delimiter: quoted ones may hold delimiters, line ends and doubled quotes. Beyond
 * it, spaces may stand beside the quotes.
 */
export function parseQuotedCells(text: string, delimiter: string): CellTable {
  // With CR LF inside quotes the parser counts lines wrongly. In a hotword each line end becomes a space anyway.
  const lines = text.replaceAll('\r\n', '\n');
  try {
    const records = parse(lines, {
      delimiter,
      relax_column_count: true,
      record_delimiter: '\n',
      ltrim: true,
      rtrim: true,
      to: mostRecords,
    });
    return { records };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const line = Number(failure['lines']);
    if (failure.code === 'CSV_QUOTE_NOT_CLOSED') return { ...openQuote, line };
    return { ...strayQuote(lineAt(lines, line), delimiter), line };
  }
}

const openQuote = {
  message: 'a quote is never closed; the file ends here',
  hint: 'close it, or write it twice within quotes if it belongs to the text: "5"" disk"',
};

function lineAt(text: string, line: number): string {
  return text.split('\n', line)[line - 1] ?? '';
}

const wellQuoted = /^(?:[^"]*|"(?:[^"]|"")*")$/;
const longestCell = 100;

/** Says what to write in place of the cell; of one that is long, or that nobody can find, how. */
function strayQuote(line: string, delimiter: string): { message: string; hint: string } {
  const cell = line
    .split(delimiter)
    .map((one) => one.trim())
    .find((one) => !wellQuoted.test(one));
  const message = 'a quote stands inside a cell';
  if (cell === undefined || cell.length > longestCell)
    return { message, hint: 'put the cell in quotes, and write each quote in it twice: "5"" disk"' };
  const inner = /^"(.+)"$/.exec(cell)?.[1] ?? cell;
  const meant = `"${inner.replaceAll('""', '"').replaceAll('"', '""')}"`;
  return { message: `${message}: ${cell}`, hint: `if the quote belongs to the text, write ${meant}` };
}
