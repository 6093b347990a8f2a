import type { Place, Severity } from '../../model/diagnostic.js';
import { count } from '../layout.js';
import type { ChangeView, RemarkView, ReportView } from '../view/report-view.js';

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
  readonly place: Place | null;
}

const mostOfAKind = 10;

export interface AnnotationOptions {
  /** What stands before a file's name to make it one of the repository: empty, or a folder with a slash. */
  readonly folder: string;
}

/** A line for each remark, for what blocks, and for each list that a file describes. */
export function renderAnnotations(view: ReportView, options: AnnotationOptions): string {
  const { blocked, changes, kind, remarks } = view;
  return renderCommands(
    [
      ...blocked.map(
        ({ rule, message, hints, place }): Annotation => ({
          kind: kind === 'plan' ? 'error' : 'warning',
          title: rule,
          message: [message, ...hints].join('\n'),
          place,
        }),
      ),
      ...remarks.map(asAnnotation),
      ...changes.filter(({ place }) => place !== null).map((change) => ofChange(change, view)),
    ],
    options,
  );
}

const kinds: Readonly<Record<Severity, Kind>> = { error: 'error', warning: 'warning', info: 'notice' };

export function asAnnotation({ severity, rule, message, hint, place }: RemarkView): Annotation {
  return {
    kind: kinds[severity],
    title: rule,
    message: hint === null ? message : `${message}\n${hint}`,
    place,
  };
}

function ofChange({ label, address, tally, consumers, because, place }: ChangeView, { kind }: ReportView) {
  const users = consumers.length === 0 ? '' : `used by ${consumers.join(', ')}`;
  return {
    kind: kind === 'drift' ? 'warning' : 'notice',
    title: `${kind}: ${label} ${address}`,
    message: [tally, because, users].filter((part) => part !== '').join('\n'),
    place,
  } as const;
}

/** A line for each; of more than ten of a kind GitHub would silently drop the rest. */
export function renderCommands(annotations: readonly Annotation[], options: AnnotationOptions): string {
  const lines = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const all = annotations.filter((annotation) => annotation.kind === kind);
    if (all.length <= mostOfAKind) return all;
    const shown = all.slice(0, mostOfAKind - 1);
    return [...shown, rest(kind, all.length - shown.length)];
  });
  return lines.map((annotation) => `${command(annotation, options)}\n`).join('');
}

function rest(kind: Kind, hidden: number): Annotation {
  return { kind, title: 'vocabsync', message: `and ${count(hidden, `more ${kind}`)}`, place: null };
}

function command({ kind, title, message, place }: Annotation, { folder }: AnnotationOptions): string {
  const where =
    place === null
      ? []
      : [`file=${property(folder + place.file)}`, `line=${place.line}`, `col=${place.column}`];
  return `::${kind} ${[...where, `title=${property(title)}`].join(',')}::${data(message)}`;
}

/** What would end the message. */
function data(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

/** What would end the value, or begin the message. */
function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}
