import { CsvError, parse } from 'csv-parse/sync';

/** Records of cells, or why there are none, with the line that is to blame. */
export type CsvTable =
  | { readonly records: readonly (readonly string[])[] }
  | { readonly message: string; readonly line: number };

/** CSV by RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
export function parseQuotedCsv(text: string): CsvTable {
  try {
    // With CR LF inside quotes the parser counts lines wrongly. In a hotword each line end becomes a space anyway.
    const records = parse(text.replaceAll('\r\n', '\n'), {
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
