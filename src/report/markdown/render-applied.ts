import type { Diagnostic } from '../../model/diagnostic.js';
import { viewRemarks } from '../view/remarks.js';
import { type AppliedStepView, type AppliedView, inDoubt } from '../view/view-applied.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { findingRows } from './findings.js';
import { fit } from './fit.js';
import { renderMarker } from './marker.js';
import { largestComment } from './render-markdown.js';
import { text } from './sections.js';
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
  const { kind, config, diagnostics, notes } = options;
  const verdict = view.converged ? 'done' : 'not everything is done';
  const head = [
    `${renderMarker({ kind, config, digest: null })}\n`,
    `### vocabsync ${kind}: ${view.counts === '' ? verdict : `${view.counts}; ${verdict}`}\n\n`,
    ...[view.finale, ...view.next, ...notes].map((line) => `- ${sentence(clipped(line, 2000))}\n`),
    '\n',
  ].join('');
  const rows = view.steps.map((step) => [
    step.status === 'done' ? 'done' : `**${step.status}**`,
    `${codeSpan(step.symbol)} ${step.op} ${codeSpan(step.address)}`,
    codeSpan(step.vocabulary_id ?? ''),
    remarks(step),
  ]);
  const steps = table(['', 'Step', 'List', ''], { rows, rank: 1, most: 30_000, noun: 'step' });
  const findings = findingRows(viewRemarks(diagnostics), 2);
  return `${fit([text(head, 0), steps, findings], largestComment).trimEnd()}\n`;
}

function remarks({ note, error, request_id, in_doubt }: AppliedStepView): string {
  const said = [
    note,
    error && `\`${error.code}\`: ${error.message}`,
    error?.hint,
    error && request_id && `request \`${request_id}\``,
    in_doubt ? inDoubt : null,
  ];
  return said.flatMap((part) => (part ? [sentence(clipped(part, 500))] : [])).join('; ');
}
