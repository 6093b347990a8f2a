import { CsvError, parse } from 'csv-parse/sync';

/** Records of cells, or why there are none, with the line that is to blame. */
export type CsvTable =
  | { readonly records: readonly (readonly string[])[] }
  | { readonly message: string; readonly line: number };

/** CSV by RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
export function parseQuotedCsv(text: string): CsvTable {
  try {
    return { records: parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }) };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return { message: failure.message, line: Number(failure['lines']) };
  }
}
