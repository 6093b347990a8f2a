import type { InstantView } from '../view/report-view.js';
import { instantTitle } from '../view/view-instant.js';
import { clipped, firstNames } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import type { Section } from './fit.js';
import { inPage } from './sections.js';
import { ownedBy, table } from './tables.js';
import { wordsFold } from './words-fold.js';

/** The vocabularies without a list, under a heading of their own: they are no lists, and take no slot. */
export function instantTable(instant: readonly InstantView[], rank: number): Section {
  const rows = instant.map(({ symbol, label, name, models, owner, tally, consumers, notes }) => [
    symbol === ' ' ? label : `${codeSpan(symbol)} ${label}`,
    codeSpan(clipped(name, 200)),
    sentence(tally),
    firstNames(consumers, codeSpan),
    [
      firstNames(models, codeSpan),
      ...ownedBy(owner),
      ...notes.map((note) => sentence(clipped(note, 500))),
    ].join('; '),
  ]);
  const section = table(['', 'Vocabulary', 'Hotwords', 'Consumers', 'Notes'], {
    rows,
    rank,
    most: 8000,
    noun: 'vocabulary',
    title: 'the table of instant vocabularies',
    elsewhere: inPage,
  });
  return rows.length === 0 ? section : { ...section, open: `**${instantTitle}**\n\n${section.open}` };
}

/** The words of one in a fold, as those of a list. What has no room may be of both, and every list is of a vocabulary. */
export function instantFold({ symbol, label, name, tally, rows }: InstantView, rank: number): Section {
  return wordsFold({ symbol, label, address: name, tally, rows }, rank, 'vocabulary');
}
