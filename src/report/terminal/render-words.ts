import type { Look } from '../form.js';
import { columnsOf, widest } from '../layout.js';
import type { Palette } from '../palette.js';
import { detailAndRemark, type WordRow } from '../view/word-rows.js';
import { painter } from './paint.js';

/** `verbose`: every word, however long the list. */
export type TerminalOptions = Pick<Look, 'palette' | 'verbose' | 'quiet'> & Partial<Pick<Look, 'account'>>;

/** Words shown of one list before the rest is only counted. */
const maxRows = 20;

/** The columns that a text may push others to the right by. */
export const widestText = 40;

/** The words of a list, and how many more there are. */
export function rowsOfList(
  rows: readonly WordRow[],
  { palette, verbose }: Pick<TerminalOptions, 'palette' | 'verbose'>,
): string[] {
  const shown = verbose || rows.length <= maxRows ? rows : rows.slice(0, maxRows);
  const hidden = rows.length - shown.length;
  return [
    ...wordRows(shown, palette),
    ...(hidden > 0 ? [palette.faint(`    … and ${hidden} more; --verbose shows all`)] : []),
  ];
}

function wordRows(rows: readonly WordRow[], palette: Palette): string[] {
  const columns = widest(rows.map(textOf), widestText);
  return rows.map((row) => {
    const paint = row.symbol === ' ' ? (text: string) => text : painter(row.symbol, palette);
    const letters = row.spelling.map(({ text, changed }) => paint(changed ? palette.mark(text) : text));
    const padding = ' '.repeat(Math.max(0, columns - columnsOf(textOf(row))));
    return `    ${paint(row.symbol)} ${letters.join('')}${padding}  ${palette.faint(detailAndRemark(row))}`;
  });
}

function textOf({ spelling }: WordRow): string {
  return spelling.map(({ text }) => text).join('');
}
