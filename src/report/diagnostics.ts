import type { Diagnostic, Location, Severity } from '../model/diagnostic.js';
import { printable } from '../model/printable.js';
import { columnsOf, count } from './layout.js';
import type { Palette } from './palette.js';

/** The texts diagnostics point into, by file name. */
export type Sources = ReadonlyMap<string, string>;

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By file and line, so that a file can be worked through from top to bottom; what has no place comes first. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (left, right) =>
      compareLocations(left.location, right.location) || rank[left.severity] - rank[right.severity],
  );
}

/** Every diagnostic with its place, the line it is about, a caret and the way out. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  palette: Palette,
): string {
  const lines = new Map([...sources].map(([file, text]) => [file, text.split(/\r\n|\r|\n/)]));
  return inReadingOrder(diagnostics)
    .map((diagnostic) => renderOne(diagnostic, lines, palette))
    .join('\n');
}

/** `3 errors, 1 warning`; empty when there is nothing to count. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const amount = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (amount === 0) return [];
    return severity === 'info' ? `${amount} info` : count(amount, severity);
  });
  return counts.join(', ');
}

function renderOne(diagnostic: Diagnostic, lines: ReadonlyMap<string, string[]>, palette: Palette): string {
  const { severity, rule, message, hint, location, related } = diagnostic;
  const paint =
    severity === 'error' ? palette.error : severity === 'warning' ? palette.warning : palette.strong;
  const rows = [`${paint(`${severity}[${rule}]`)}: ${printable(message)}`];
  if (location !== null) rows.push(...excerpt(location, lines, palette));
  if (related !== null) rows.push(palette.faint(`  see also ${printable(where(related))}`));
  if (hint !== null) rows.push(`  ${palette.strong('hint')}: ${printable(hint)}`);
  return `${rows.join('\n')}\n`;
}

function excerpt(location: Location, lines: ReadonlyMap<string, string[]>, palette: Palette): string[] {
  const source = lines.get(location.file)?.[location.line - 1];
  const head = `  ${palette.faint('-->')} ${printable(where(location))}`;
  if (source === undefined || source.trim() === '') return [head];
  const { text, caret } = excerptLine(source, location.column);
  const gutter = String(location.line);
  return [
    head,
    `  ${palette.faint(`${gutter} |`)} ${text}`,
    `  ${palette.faint(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(caret)}${palette.error('^')}`,
  ];
}

const longestExcerpt = 100;

/** The part of a long line around the column, and the terminal column of the caret below it. */
function excerptLine(source: string, column: number): { text: string; caret: number } {
  const start = column > longestExcerpt ? column - longestExcerpt / 2 : 0;
  const window = source.slice(start, start + longestExcerpt);
  const before = printable(source.slice(start, column - 1));
  const lead = start > 0 ? '…' : '';
  const tail = start + longestExcerpt < source.length ? '…' : '';
  return { text: `${lead}${printable(window)}${tail}`, caret: columnsOf(lead + before) };
}

function where({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function compareLocations(left: Location | null, right: Location | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
