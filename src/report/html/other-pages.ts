import { titled } from '../layout.js';
import type { DiagnosticsView } from '../view/diagnostics.js';
import type { FailureView } from '../view/failure-view.js';
import { inDoubt, outputsWithheld, type ResultView, type StepResultView } from '../view/result-view.js';
import { renderCause, renderDiagnosticList } from './diagnostics.js';
import { renderClosing, renderVerdict } from './heading.js';
import { html, type Markup, nothing, renderSign, sentence } from './markup.js';
import { renderPage } from './page.js';
import { type PageLook, reportParts } from './render-html.js';

const unsigned = { legend: [], digest: null };

/** Draws what a run did, step by step, and what it came to. */
export function renderResultPage(view: ResultView, { version, account }: PageLook): string {
  const { is_done, counts, finale, verdict } = view;
  const title = titled(view.title, account);
  return renderPage({
    title: `${title}: ${counts === '' ? finale : counts}`,
    heading: renderVerdict({
      state: is_done ? 'clean' : 'blocked',
      verdict: `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`,
      title,
      headline: counts === '' ? 'nothing to do' : counts,
    }),
    parts: [renderOutcome(view), renderSteps(view.steps), renderDiagnosticList(view.diagnostics)],
    closing: renderClosing(unsigned, version),
  });
}

/** Draws why a command came to nothing, and the plan that was not carried out. */
export function renderFailurePage(view: FailureView, { version, account }: PageLook): string {
  const { kind, error, diagnostics, report } = view;
  const title = titled(titleOf(kind), account);
  return renderPage({
    title: `${title}: failed`,
    heading: renderVerdict({ state: 'blocked', verdict: 'Failed', title, headline: 'failed' }),
    parts: [
      renderCause(error),
      renderDiagnosticList(diagnostics),
      ...(report === null ? [] : reportParts({ ...report, diagnostics: [] })),
    ],
    closing: renderClosing(report ?? unsigned, version),
  });
}

/** Draws what a check of the configuration has found. */
export function renderDiagnosticsPage(view: DiagnosticsView, { version, account }: PageLook): string {
  const { kind, verdict, counts, diagnostics } = view;
  const title = titled(titleOf(kind), account);
  const headline = verdict ?? counts;
  return renderPage({
    title: `${title}: ${headline}`,
    heading: renderVerdict({
      state: verdict === null ? 'blocked' : 'clean',
      verdict: verdict === null ? 'Not valid' : 'Valid',
      title,
      headline,
    }),
    parts: [renderDiagnosticList(diagnostics)],
    closing: renderClosing(unsigned, version),
  });
}

function titleOf(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

function renderOutcome(view: ResultView): Markup {
  const { finale, next, notes, output_error, withheld } = view;
  const files = output_error === null ? [] : [`${output_error.code}: ${output_error.message}`];
  const said = [finale, ...next, ...notes, ...files, ...(withheld ? [outputsWithheld] : [])];
  return html`<section aria-labelledby="outcome">
<h2 id="outcome">Outcome</h2>
<ul class="impact">${said.map((line) => html`<li>${sentence(line)}</li>`)}</ul>
</section>`;
}

export function renderSteps(steps: readonly StepResultView[]): Markup {
  if (steps.length === 0) return nothing;
  return html`<section aria-labelledby="steps">
<h2 id="steps">Steps</h2>
<table class="stack changes">
<caption>What became of each step, in the order of the plan</caption>
<thead><tr><th scope="col">Result</th><th scope="col">Step</th></tr></thead>
<tbody>
${steps.map(renderStep)}</tbody>
</table>
</section>`;
}

function renderStep(step: StepResultView): Markup {
  const { status, symbol, op, address, vocabulary_id, request_id, error } = step;
  const request = request_id !== null && error !== null ? `request ${request_id}` : null;
  const ids = [vocabulary_id, request].filter((id) => id !== null).join(', ');
  const result = status === 'done' ? html`${status}` : html`<b>${status}</b>`;
  return html`<tr><td class="label">${result}</td><th scope="row">${renderSign(symbol)} ${op} ${address}
<p class="identity">${ids}</p>
${notesOf(step).map(
  (note) => html`<p class="note">${sentence(note)}</p>
`,
)}</th></tr>
`;
}

function notesOf({ note, error, in_doubt }: StepResultView): string[] {
  const said = [note, error && `\`${error.code}\`: ${error.message}`, error?.hint, in_doubt ? inDoubt : null];
  return said.flatMap((line) => line ?? []);
}
