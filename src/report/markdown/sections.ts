import { count } from '../layout.js';
import type { Section } from './fit.js';

/** Text that is shown whole or, where it finds no room, not at all. */
export function text(open: string, rank: number): Section {
  return { open, rows: [], close: () => '', rank, most: Number.POSITIVE_INFINITY, leftOut: () => '' };
}

export interface Rows {
  readonly open: string;
  readonly rows: readonly string[];
  readonly rank: number;
  readonly most: number;
  /** What a row is called: `list`. */
  readonly noun: string;
}

/** Rows under a heading; no rows, no heading. */
export function rowsSection({ open, rows, rank, most, noun }: Rows): Section {
  const leftOut = (hidden: number) =>
    `\n… and ${count(hidden, `more ${noun}`)}; \`--out plan.html\` has all\n`;
  return {
    open: rows.length === 0 ? '' : open,
    rows,
    close: (hidden) => `${hidden > 0 ? leftOut(hidden) : ''}${rows.length === 0 ? '' : '\n'}`,
    rank,
    most,
    leftOut: () => leftOut(rows.length),
  };
}
