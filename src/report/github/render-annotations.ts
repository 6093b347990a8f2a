import type { Location, Severity } from '../../model/diagnostic.js';
import { printable } from '../../model/printable.js';
import { count } from '../layout.js';
import type { ChangeView, DiagnosticView, ReportKind, ReportView } from '../view/report-view.js';
import { escapeData, escapeProperty } from './escape-command.js';

/*
 * Workflow commands that make GitHub show something at a line of a file. Source of their form and of the limit: GitHub
 * Docs, "Workflow commands for GitHub Actions", and ten annotations of a kind for each step.
 */

type Kind = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly kind: Kind;
  /** What went wrong, in a word or two: a rule, a code. */
  readonly title: string;
  readonly message: string;
  readonly location: Location | null;
}

const mostOfAKind = 10;

export interface AnnotationOptions {
  /** A file's name as the repository has it; null: it is none of the repository's. */
  readonly inRepository: (file: string) => string | null;
}

/** A line for what blocks, for each list that a file describes or that drifts, and for each remark. */
export function renderAnnotations(view: ReportView, options: AnnotationOptions): string {
  const { blocked, changes, kind, diagnostics } = view;
  return renderCommands(
    [
      ...blocked.map(
        ({ rule, message, hints, location }): Annotation => ({
          kind: kind === 'plan' ? 'error' : 'warning',
          title: rule,
          message: [message, ...hints].join('\n'),
          location,
        }),
      ),
      ...changes.filter((change) => isWorthALine(change, kind)).map((change) => ofChange(change, kind)),
      ...diagnostics.map(asAnnotation),
    ],
    options,
  );
}

/** That a list is not ready has been remarked; nobody needs to act on one that is kept on purpose. */
function isWorthALine({ label, location }: ChangeView, kind: ReportKind): boolean {
  if (kind !== 'drift') return location !== null;
  return label !== 'not-ready' && label !== 'superseded' && label !== 'protected';
}

const kinds: Readonly<Record<Severity, Kind>> = { error: 'error', warning: 'warning', info: 'notice' };

export function asAnnotation({ severity, rule, message, hint, location }: DiagnosticView): Annotation {
  return {
    kind: kinds[severity],
    title: rule,
    message: hint === null ? message : `${message}\n${hint}`,
    location,
  };
}

function ofChange(
  { label, address, tally, consumers, because, location }: ChangeView,
  kind: ReportKind,
): Annotation {
  const users = consumers.length === 0 ? '' : `used by ${consumers.join(', ')}`;
  return {
    kind: kind === 'drift' ? 'warning' : 'notice',
    title: `${kind}: ${label} ${address}`,
    message: [tally, because, users].filter((part) => part !== '').join('\n'),
    location,
  };
}

/** A line for each; of more than ten of a kind GitHub would silently drop the rest. */
export function renderCommands(
  annotations: readonly Annotation[],
  options: AnnotationOptions = { inRepository: () => null },
): string {
  const lines = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const all = annotations.filter((annotation) => annotation.kind === kind);
    if (all.length <= mostOfAKind) return all;
    const shown = all.slice(0, mostOfAKind - 1);
    return [...shown, rest(kind, all.length - shown.length)];
  });
  return lines.map((annotation) => `${command(annotation, options)}\n`).join('');
}

function rest(kind: Kind, hidden: number): Annotation {
  return { kind, title: 'vocabsync', message: `and ${count(hidden, `more ${kind}`)}`, location: null };
}

function command({ kind, title, message, location }: Annotation, options: AnnotationOptions): string {
  const properties = [
    ...(location === null ? [] : position(location, options)),
    `title=${escapeProperty(title)}`,
  ];
  return `::${kind} ${properties.join(',')}::${escapeData(message)}`;
}

/** An escaped name, as views have them, is that of no file. */
const escaped = /\\u\{[0-9A-F]+\}|sk-…/;

function position({ file, line, column }: Location, { inRepository }: AnnotationOptions): string[] {
  const path = escaped.test(file) || printable(file) !== file ? null : inRepository(file);
  return path === null ? [] : [`file=${escapeProperty(path)}`, `line=${line}`, `col=${column}`];
}
