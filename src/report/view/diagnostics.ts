import type { Diagnostic, Location, Severity } from '../../model/diagnostic.js';
import { printable, printableLocation } from '../../model/text/printable.js';
import { columnsOf, count } from '../layout.js';

/** The texts that locations point into, by file name, keys blotted out. */
export type Sources = ReadonlyMap<string, string>;

export const noSources: Sources = new Map();

export interface DiagnosticView {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
  readonly location: Location | null;
  /** A second location that belongs to the first. */
  readonly related: Location | null;
  /** What stands at the location; null where that is not known, or nothing. */
  readonly excerpt: Excerpt | null;
}

/** A line of a file, or the part of it around a column. */
export interface Excerpt {
  readonly text: string;
  /** In terminal columns, from 0. */
  readonly caret: number;
}

/** What a check of the configuration has found. */
export interface DiagnosticsView {
  readonly kind: 'validate' | 'apply' | 'restore';
  /** `Valid: 3 lists with 418 hotwords; 1 warning`; null when there are errors. */
  readonly verdict: string | null;
  /** `3 errors, 1 warning` */
  readonly counts: string;
  readonly diagnostics: readonly DiagnosticView[];
}

/** Cutting a line out of its file takes time, and nobody reads a hundred thousand of them. */
const mostExcerpts = 1000;

/** The worst first: where there is room for a few only, they are the ones to read. Each severity in reading order. */
export function viewDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: Sources = noSources,
): DiagnosticView[] {
  const lineOf = lineReader(sources);
  const counts = new Map<string, number>();
  return worstFirst(diagnostics).map(({ severity, rule, message, hint, location, related }) => {
    const nth = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, nth);
    return {
      severity,
      rule,
      message: printable(message),
      hint: hint === null ? null : printable(hint),
      location: printableLocation(location),
      related: printableLocation(related),
      excerpt: location === null || nth > mostExcerpts ? null : excerptAt(location, lineOf),
    };
  });
}

type Ordered = Pick<Diagnostic, 'severity' | 'location'>;

const severities = ['error', 'warning', 'info'] as const;

function worstFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const all = inReadingOrder(diagnostics);
  return severities.flatMap((severity) => all.filter((diagnostic) => diagnostic.severity === severity));
}

/** By file and line, so that a file can be worked through from top to bottom; what has no location comes first. */
export function inReadingOrder<T extends Ordered>(diagnostics: readonly T[]): T[] {
  const rank = ({ severity }: T) => severities.indexOf(severity);
  return [...diagnostics].sort(
    (left, right) => compareLocations(left.location, right.location) || rank(left) - rank(right),
  );
}

/** `3 errors, 1 warning`; empty when there is nothing to count. */
export function countBySeverity(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string {
  const counts = severities.flatMap((severity) => {
    const amount = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (amount === 0) return [];
    return severity === 'info' ? `${amount} info` : count(amount, severity);
  });
  return counts.join(', ');
}

function compareLocations(left: Location | null, right: Location | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}

/** Cuts each file into lines once. */
function lineReader(sources: Sources): (location: Location) => string | undefined {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const lines = files.get(file) ?? sources.get(file)?.split(/\r\n|\r|\n/) ?? [];
    files.set(file, lines);
    return lines[line - 1];
  };
}

const longestExcerpt = 100;

/** Cuts out the part of a line around the column; null for an empty line. */
function excerptAt(location: Location, lineOf: ReturnType<typeof lineReader>): Excerpt | null {
  const source = lineOf(location);
  if (source === undefined || source.trim() === '') return null;
  const { column } = location;
  const start = column > longestExcerpt ? column - longestExcerpt / 2 : 0;
  const window = source.slice(start, start + longestExcerpt);
  const before = printable(source.slice(start, column - 1));
  const lead = start > 0 ? '…' : '';
  const tail = start + longestExcerpt < source.length ? '…' : '';
  return { text: `${lead}${printable(window)}${tail}`, caret: columnsOf(lead + before) };
}
