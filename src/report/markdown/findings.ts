import type { Place } from '../../model/diagnostic.js';
import { printable } from '../escape.js';
import type { RemarkView, ReportView } from '../view/report-view.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import type { Section } from './fit.js';
import { rowsSection } from './sections.js';

const longestMessage = 1000;

export function blockedRows({ blocked, kind }: ReportView, rank: number): Section {
  const rows = blocked.map(({ rule, message, hints, place }) => {
    const ways = hints.map((hint) => `  - ${sentence(clipped(hint, longestMessage))}\n`).join('');
    return `- ${codeSpan(rule)}${at(place)}: ${sentence(clipped(message, longestMessage))}\n${ways}`;
  });
  return rowsSection({
    open: `**${kind === 'plan' ? 'Blocked' : 'What would block an apply'}**\n\n`,
    rows,
    rank,
    most: 10_000,
    noun: 'reason',
  });
}

/** Errors and warnings; what is only worth knowing stays in the terminal. */
export function findingRows(remarks: readonly RemarkView[], rank: number, most = 10_000): Section {
  const grave = remarks.filter(({ severity }) => severity !== 'info');
  const rows = grave.map(({ severity, rule, message, hint, place }) => {
    const way = hint === null ? '' : `\n  - ${sentence(clipped(hint, longestMessage))}`;
    return `- ${severity} ${codeSpan(rule)}${at(place)}: ${sentence(clipped(message, longestMessage))}${way}\n`;
  });
  const open = grave.some(({ severity }) => severity === 'error')
    ? '**Errors and warnings**'
    : '**Warnings**';
  return rowsSection({ open: `${open}\n\n`, rows, rank, most, noun: 'finding' });
}

function at(place: Place | null): string {
  return place === null ? '' : ` at ${codeSpan(printable(`${place.file}:${place.line}:${place.column}`))}`;
}
