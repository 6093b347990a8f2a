import type { Location } from '../../model/diagnostic.js';
import { count } from '../layout.js';
import type { DiagnosticView } from '../view/diagnostics.js';
import type { ReportView } from '../view/report-view.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import type { Section } from './fit.js';
import { inPage, type Rows, rowsSection } from './sections.js';

/*
 * A character grows to five at most when it is escaped, so a row with all its ways out stays below the 10,000 that its
 * section may have: the first reason is always there.
 */
const longestMessage = 500;
const longestHint = 200;
const longestLocation = 200;
const mostHints = 5;

export function blockedRows({ blocked, kind }: Pick<ReportView, 'blocked' | 'kind'>, rank: number): Section {
  const rows = blocked.map(({ rule, message, hints, location }) => {
    const shown = hints.slice(0, mostHints).map((hint) => sentence(clipped(hint, longestHint)));
    const hidden = hints.length - shown.length;
    const ways = hidden > 0 ? [...shown, `and ${count(hidden, 'more way')}`] : shown;
    return said(`${codeSpan(rule)}${at(location)}`, message, ways);
  });
  return rowsSection({
    open: `**${kind === 'plan' ? 'Blocked' : 'What would block an apply'}**\n\n`,
    rows,
    rank,
    most: 10_000,
    noun: 'reason',
    title: kind === 'plan' ? 'what blocks it' : 'what would block an apply',
    elsewhere: inPage,
  });
}

/** Errors and warnings; what is only worth knowing stays in the terminal. */
export function diagnosticRows(
  diagnostics: readonly DiagnosticView[],
  room: Pick<Rows, 'rank' | 'most' | 'elsewhere'>,
): Section {
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  const rows = grave.map(({ severity, rule, message, hint, location }) =>
    said(
      `${severity} ${codeSpan(rule)}${at(location)}`,
      message,
      hint === null ? [] : [sentence(clipped(hint, longestMessage))],
    ),
  );
  const title = grave.some(({ severity }) => severity === 'error') ? 'Errors and warnings' : 'Warnings';
  return rowsSection({
    ...room,
    open: `**${title}**\n\n`,
    rows,
    noun: 'diagnostic',
    title: title.toLowerCase(),
  });
}

function said(about: string, message: string, ways: readonly string[]): string {
  const lines = [
    `- ${about}: ${sentence(clipped(message, longestMessage))}`,
    ...ways.map((way) => `  - ${way}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function at(location: Location | null): string {
  if (location === null) return '';
  return ` at ${codeSpan(`${clipped(location.file, longestLocation)}:${location.line}:${location.column}`)}`;
}
