import { count } from '../layout.js';
import type { Section } from './fit.js';

/** Text that is there in any case. */
export function text(open: string): Section {
  return { open, rows: [], close: () => '', rank: 0, most: Number.POSITIVE_INFINITY, leftOut: () => '' };
}

export interface Rows {
  readonly open: string;
  readonly rows: readonly string[];
  readonly rank: number;
  /** In characters. */
  readonly most: number;
  /** What a row is called: `list`. */
  readonly noun: string;
  /** What the section is called where it is left out: `the table of lists`. */
  readonly title: string;
  /** Where all of them can be seen, such as `inPage`; left out: nowhere else. */
  readonly elsewhere?: string;
}

export const inPage = '; `--out FILE.html` has all';

/** Rows under a heading; no rows, no heading. */
export function rowsSection({ open, rows, rank, most, noun, title, elsewhere = '' }: Rows): Section {
  if (rows.length === 0) return text('');
  return {
    open,
    rows,
    close: (hidden) => `${hidden > 0 ? `\n… and ${count(hidden, `more ${noun}`)}${elsewhere}\n` : ''}\n`,
    rank,
    most,
    leftOut: () => `… left out: ${title} (${count(rows.length, noun)})${elsewhere}\n\n`,
  };
}

/** Items of a list that may go on after them. @param first how many are shown at most */
export function items(rows: Omit<Rows, 'open'>, first = rows.rows.length): Section {
  const beyond = Math.max(0, rows.rows.length - first);
  const { noun, elsewhere = '' } = rows;
  const more = (hidden: number) => `- … and ${count(hidden, `more ${noun}`)}${elsewhere}\n`;
  const section = rowsSection({ ...rows, open: '' });
  return {
    ...section,
    rows: section.rows.slice(0, first).map((row) => `- ${row}\n`),
    close: (hidden) => (hidden + beyond > 0 ? more(hidden + beyond) : ''),
    leftOut: () => `- ${section.leftOut(1).trimEnd()}\n`,
  };
}

export function folded(summary: string, section: Section): Section {
  if (section.rows.length === 0) return section;
  return {
    ...section,
    open: `<details><summary>${summary}</summary>\n\n${section.open}`,
    close: (hidden) => `${section.close(hidden)}</details>\n\n`,
  };
}
