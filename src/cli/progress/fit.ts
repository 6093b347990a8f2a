import { columnsOf } from '../../report/layout.js';
import type { LiveLine } from '../context.js';

/** Some terminals of East Asia draw it two columns wide. */
const ellipsis = { text: '…', columns: 2 };

/** Columns that are left to say what is under way, however much there is to say of how far it has come. */
const fewest = 14;

/**
 * One line of a terminal, without its symbol: no wider than `columns`. What is under way is shortened before how far it
 * has come, since the latter is what somebody waits for.
 */
export function fitLine({ what, state }: LiveLine, columns: number): string {
  if (state === '') return clip(what, columns);
  const room = columns - columnsOf(state) - 2;
  return clip(`${clip(what, Math.max(room, fewest))}  ${state}`, columns);
}

/**
 * The text, or as much of its beginning as fits with an ellipsis behind it.
 * @internal for tests of where it is cut
 */
export function clip(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let clipped = '';
  let left = columns - ellipsis.columns;
  for (const character of text) {
    left -= columnsOf(character);
    if (left < 0) break;
    clipped += character;
  }
  return columns < ellipsis.columns ? '' : `${clipped.trimEnd()}${ellipsis.text}`;
}
