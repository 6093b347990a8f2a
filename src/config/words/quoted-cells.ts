import { CsvError, parse } from 'csv-parse/sync';

/** Records of cells, or why there are none, with the line that is to blame. */
export type CellTable =
  | { readonly records: readonly (readonly string[])[] }
  | { readonly message: string; readonly line: number };

/** Cells by RFC 4180, between whatever delimiter: quoted ones may hold delimiters, line ends and doubled quotes. */
export function parseQuotedCells(text: string, delimiter: string): CellTable {
  try {
    // With CR LF inside quotes the parser counts lines wrongly. In a hotword each line end becomes a space anyway.
    const records = parse(text.replaceAll('\r\n', '\n'), {
      delimiter,
      relax_column_count: true,
      record_delimiter: '\n',
    });
    return { records };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const isOpen = failure.code === 'CSV_QUOTE_NOT_CLOSED';
    const message = isOpen ? 'a quote is never closed; the file ends here' : failure.message;
    return { message, line: Number(failure['lines']) };
  }
}
