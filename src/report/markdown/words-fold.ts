import { escapeHtml } from '../../model/text/html.js';
import { count } from '../layout.js';
import type { ChangeView } from '../view/report-view.js';
import { detailAndRemark, type WordRow } from '../view/word-rows.js';
import { clipped } from './clip.js';
import { fenceFor } from './escape-markdown.js';
import type { Section } from './fit.js';
import { inPage } from './sections.js';

type WordsOf = Pick<ChangeView, 'symbol' | 'address' | 'tally' | 'rows'> & { readonly label: string };

/** The words of a list in a fold, coloured as a diff: removed, `!` for changed, added. */
export function wordsFold(
  { symbol, label, address, tally, rows }: WordsOf,
  rank: number,
  noun = 'list',
): Section {
  const lines = rows.map(line);
  const fence = fenceFor(lines);
  const summary = `<code>${escapeHtml(`${symbol} ${label} ${address}`.trim())}</code> ${escapeHtml(tally)}`;
  return {
    open: `<details><summary>${summary}</summary>\n\n${fence}diff\n`,
    rows: lines,
    close: (hidden) => `${fence}\n${more(hidden)}\n</details>\n\n`,
    rank,
    most: Number.POSITIVE_INFINITY,
    leftOut: (folds) => `… left out: the words of ${count(folds, noun)}${inPage}\n\n`,
  };
}

function more(hidden: number): string {
  return hidden === 0 ? '' : `\n… and ${count(hidden, 'more word')}${inPage}\n`;
}

/** For a word, and for what is said of it: one that is longer must not hide the others of its list. */
const longestText = 300;

function line({ symbol, spelling, detail, remark }: WordRow): string {
  const word = spelling.map(({ text }) => text).join('');
  const said = detailAndRemark({
    detail: clipped(detail, longestText),
    remark: clipped(remark, longestText),
  });
  return `${symbol === '~' ? '!' : symbol} ${clipped(word, longestText)}  ${said}\n`;
}
