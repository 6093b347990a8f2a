import { inDoubt, outputsWithheld, type ResultView, type StepResultView } from '../view/result-view.js';
import { clipped } from './clip.js';
import { diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit, type Section } from './fit.js';
import { largestComment, type MarkdownLook, opened } from './render-markdown.js';
import { items, text } from './sections.js';
import { table } from './tables.js';

/** Writes what a run came to, for the summary of a workflow or a comment. */
export function renderResult(view: ResultView, look: MarkdownLook): string {
  const { kind, verdict } = view;
  const opening = [
    opened({ kind, headline: view.counts === '' ? verdict : `${view.counts}; ${verdict}` }, look),
    `- ${sentence(view.finale)}\n`,
  ].join('');
  const sections = [
    text(opening),
    items({ rows: view.next.map(line), rank: 2, most: 10_000, noun: 'line', title: 'what is left' }, 10),
    items({
      rows: [...view.notes, ...outputNotes(view)].map(line),
      rank: 1,
      most: 10_000,
      noun: 'note',
      title: 'notes',
    }),
    text('\n'),
    stepsOfRun(view.steps, 3),
    diagnosticRows(view.diagnostics, { rank: 4, most: 10_000 }),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}

/** What became of each step. */
export function stepsOfRun(steps: readonly StepResultView[], rank: number): Section {
  const rows = steps.map((step) => [
    step.status === 'done' ? 'done' : `**${step.status}**`,
    `${codeSpan(step.symbol)} ${step.op} ${codeSpan(step.address)}`,
    codeSpan(step.vocabulary_id ?? ''),
    notes(step),
  ]);
  return table(['', 'Step', 'List', ''], { rows, rank, most: 30_000, noun: 'step', title: 'the steps' });
}

/** A comment has no second stream, so what went wrong with the output files stands in it. */
function outputNotes({ output_error, withheld }: ResultView): string[] {
  if (output_error !== null) return [`${output_error.code}: ${output_error.message}`];
  return withheld ? [outputsWithheld] : [];
}

function line(said: string): string {
  return sentence(clipped(said, 1000));
}

function notes({ note, error, request_id, in_doubt }: StepResultView): string {
  const said = [
    note,
    error && `\`${error.code}\`: ${error.message}`,
    error?.hint,
    error && request_id && `request \`${request_id}\``,
    in_doubt ? inDoubt : null,
  ];
  return said.flatMap((part) => (part ? [sentence(clipped(part, 500))] : [])).join('; ');
}
