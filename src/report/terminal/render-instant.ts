import { firstOf } from '../layout.js';
import type { InstantView } from '../view/report-view.js';
import { instantTitle } from '../view/view-instant.js';
import { painter } from './paint.js';
import { rowsOfList, type TerminalOptions } from './render-words.js';

/** The vocabularies without a list, after those that have one. */
export function instantBlocks(instant: readonly InstantView[], options: TerminalOptions): string[][] {
  if (instant.length === 0) return [];
  return [[options.palette.strong(instantTitle)], ...instant.map((one) => instantBlock(one, options))];
}

function instantBlock(view: InstantView, options: TerminalOptions): string[] {
  const { palette } = options;
  const { symbol, label, name, models, tally, owner, consumers, notes, rows } = view;
  const head = painter(symbol, palette)(`${symbol} ${label} ${name}`);
  const about = [
    tally,
    ...(owner === '' ? [] : [`owner ${owner}`]),
    ...(notes.length > 0 || consumers.length === 0 ? [] : [`sent by ${firstOf(consumers)}`]),
  ];
  return [
    `${head}  ${palette.faint(firstOf(models))}`,
    `    ${about.join(' · ')}`,
    ...rowsOfList(rows, options),
    ...notes.map((note) => `    ${note}`),
  ];
}
