import type { CheckStatus } from '../../model/checks/check.js';
import { titled } from '../layout.js';
import type { ChecksView, CheckView, EvidenceView } from '../view/checks-view.js';
import type { ReportState } from '../view/report-view.js';
import { renderClosing, renderVerdict } from './heading.js';
import { html, type Markup, nothing, sentence } from './markup.js';
import { renderPage } from './page.js';
import type { PageLook } from './render-html.js';

const verdicts: Readonly<Record<ReportState, string>> = {
  clean: 'All is well',
  waiting: 'All is well',
  changes: 'Worth a look',
  blocked: 'Something fails',
};

/** Draws what an examination has found: what needs somebody first, with the next step. */
export function renderChecksPage(view: ChecksView, { version, account }: PageLook): string {
  const { headline, state, where, checks } = view;
  const title = titled('Doctor', account);
  const facts =
    where === ''
      ? nothing
      : html`<dl class="facts">
<div><dt>Account</dt><dd>${where}</dd></div>
</dl>
`;
  return renderPage({
    title: `${title}: ${headline}`,
    heading: renderVerdict({ state, verdict: verdicts[state], title, headline }, facts),
    parts: [
      renderProblems(checks.filter(isProblem)),
      renderOthers(checks.filter((check) => !isProblem(check))),
    ],
    closing: renderClosing({ legend: [], digest: null }, version),
  });
}

function isProblem({ status }: CheckView): boolean {
  return status === 'fail' || status === 'warn';
}

/** How the style sheet calls a status. */
const tones: Readonly<Record<CheckStatus, string>> = {
  fail: 'error',
  warn: 'warning',
  skipped: 'info',
  ok: 'info',
};

function renderProblems(checks: readonly CheckView[]): Markup {
  if (checks.length === 0) return nothing;
  return html`<section class="diagnostics" aria-labelledby="problems">
<h2 id="problems">What needs somebody</h2>
<ul>
${checks.map(renderProblem)}</ul>
</section>`;
}

function renderProblem({ id, status, message, hint, evidence }: CheckView): Markup {
  const next =
    hint === null
      ? nothing
      : html`<ul class="ways"><li>${sentence(hint)}</li></ul>
`;
  return html`<li class="${tones[status]}"><p class="rule"><b>${status}</b> <code>${id}</code></p>
<p class="message">${sentence(message)}</p>
${next}${shownOf(evidence).map(renderEvidence)}</li>
`;
}

/** A place for each of thousands of files would be read by nobody; the JSON document has them all. */
const mostEvidence = 100;

function shownOf(evidence: readonly EvidenceView[]): readonly EvidenceView[] {
  const hidden = evidence.length - mostEvidence;
  if (hidden <= 0) return evidence;
  const line = `… and ${hidden} more`;
  return [...evidence.slice(0, mostEvidence), { text: line, location: null, line }];
}

function renderEvidence({ line }: EvidenceView): Markup {
  return html`<p class="place">${line}</p>
`;
}

function renderOthers(checks: readonly CheckView[]): Markup {
  if (checks.length === 0) return nothing;
  const isAll = checks.every(({ status }) => status === 'ok');
  const title = isAll ? 'What is well' : 'What could not be examined, and what is well';
  return html`<section aria-labelledby="others">
<h2 id="others">${title}</h2>
<table class="stack">
<caption class="unseen">${title}</caption>
<thead><tr><th scope="col">Check</th><th scope="col">What was found</th></tr></thead>
<tbody>
${checks.map(renderRow)}</tbody>
</table>
</section>`;
}

function renderRow({ id, status, message, hint, evidence }: CheckView): Markup {
  const next =
    hint === null
      ? nothing
      : html`
<p class="note">${sentence(hint)}</p>`;
  const seen = shownOf(evidence).map(
    ({ line }) => html`
<p class="identity">${line}</p>`,
  );
  return html`<tr><th scope="row" class="label"><code>${id}</code> <span class="tally">${status}</span></th><td>${sentence(message)}${next}${seen}</td></tr>
`;
}
