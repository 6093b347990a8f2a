import type { ForeignWord } from '../../model/config.js';

type Column = 'lang' | 'note' | 'expires';
const optional: readonly Column[] = ['lang', 'note', 'expires'];

/** Words as a table to include, by RFC 4180 but for the line ends. Only the columns that are needed, and always a weight. */
export function renderCsv(words: readonly ForeignWord[]): string {
  const columns = optional.filter((column) => words.some((word) => (word[column] ?? '') !== ''));
  const rows = words.map((word) => [
    word.text,
    word.weight === null ? '' : String(word.weight),
    ...columns.map((column) => word[column] ?? ''),
  ]);
  return [['text', 'weight', ...columns], ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Spreadsheets take other signs for a delimiter, or drop a space, where there are no quotes. */
function cell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
