import type { Diagnostic } from '../../model/diagnostic.js';
import { viewDiagnostics } from '../view/diagnostics.js';
import { type AppliedStepView, type AppliedView, inDoubt } from '../view/view-applied.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { findingRows } from './findings.js';
import { fit } from './fit.js';
import { renderMarker } from './marker.js';
import { largestComment } from './render-markdown.js';
import { items, text } from './sections.js';
import { table } from './tables.js';

export interface AppliedOptions {
  readonly kind: 'apply' | 'restore';
  /** The configuration's file. */
  readonly config: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What else there is to say, printable: backups, files that were written. */
  readonly notes: readonly string[];
}

/** What a run came to, for the summary of a workflow. */
export function renderAppliedMarkdown(view: AppliedView, options: AppliedOptions): string {
  const { kind, config, diagnostics } = options;
  const verdict = view.converged ? 'done' : 'not everything is done';
  const opening = [
    `${renderMarker({ kind, config, digest: null })}\n`,
    `### vocabsync ${kind}: ${view.counts === '' ? verdict : `${view.counts}; ${verdict}`}\n\n`,
    `- ${sentence(view.finale)}\n`,
  ].join('');
  const rows = view.steps.map((step) => [
    step.status === 'done' ? 'done' : `**${step.status}**`,
    `${codeSpan(step.symbol)} ${step.op} ${codeSpan(step.address)}`,
    codeSpan(step.vocabulary_id ?? ''),
    notes(step),
  ]);
  const sections = [
    text(opening),
    items({ rows: view.next.map(line), rank: 2, most: 10_000, noun: 'line', title: 'what is left' }, 10),
    items({ rows: options.notes.map(line), rank: 1, most: 10_000, noun: 'note', title: 'notes' }),
    text('\n'),
    table(['', 'Step', 'List', ''], { rows, rank: 3, most: 30_000, noun: 'step', title: 'the steps' }),
    findingRows(viewDiagnostics(diagnostics), { rank: 4, most: 10_000 }),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}

function line(said: string): string {
  return sentence(clipped(said, 1000));
}

function notes({ note, error, request_id, in_doubt }: AppliedStepView): string {
  const said = [
    note,
    error && `\`${error.code}\`: ${error.message}`,
    error?.hint,
    error && request_id && `request \`${request_id}\``,
    in_doubt ? inDoubt : null,
  ];
  return said.flatMap((part) => (part ? [sentence(clipped(part, 500))] : [])).join('; ');
}
