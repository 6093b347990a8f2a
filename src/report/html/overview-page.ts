import { verdictName } from '../view/evaluation-view.js';
import {
  allBlocked,
  allChanges,
  allDiagnostics,
  allEvaluations,
  allInstant,
  type OverviewRow,
  type OverviewView,
  stateName,
} from '../view/overview-view.js';
import type { ReportState } from '../view/report-view.js';
import { renderChanges } from './changes.js';
import { renderBlocked, renderDiagnosticList } from './diagnostics.js';
import { renderClips } from './evaluation/clips.js';
import { renderEvaluated } from './evaluation/evaluation-page.js';
import { renderResultWords } from './evaluation/result-words.js';
import { renderClosing, renderVerdict } from './heading.js';
import { renderInstant } from './instant.js';
import { html, type Markup, nothing, sentence } from './markup.js';
import { renderSteps } from './other-pages.js';
import { renderPage } from './page.js';
import type { PageLook } from './render-html.js';
import { allWords, renderWords } from './words.js';

const verdicts: Readonly<Record<ReportState, string>> = {
  clean: 'Nothing to do',
  waiting: 'Not all in effect',
  changes: 'Changes to review',
  blocked: 'Blocked, or failed',
};

/** Nothing is to be done about what was heard, and nothing holds it back. */
function verdictOf(state: ReportState, kind: OverviewView['kind']): string {
  return kind === 'eval' ? verdictName(state) : verdicts[state];
}

/** Draws several accounts: a row each, then everything that changes in any of them, with one search over all words. */
export function renderOverviewPage(view: OverviewView, { version }: PageLook): string {
  const { title, headline, state, rows, kind, note } = view;
  const changes = allChanges(view);
  const instant = allInstant(view);
  const evaluations = allEvaluations(view);
  return renderPage({
    title: `${title}: ${headline}`,
    heading: renderVerdict({ state, verdict: verdictOf(state, kind), title, headline }),
    parts: [
      renderAccounts(view),
      renderBlocked(allBlocked(view)),
      renderDiagnosticList(allDiagnostics(view)),
      renderSteps(
        rows.flatMap(({ account, details }) =>
          (details?.steps ?? []).map((step) => ({ ...step, address: `${account} · ${step.address}` })),
        ),
      ),
      renderChanges(changes),
      renderInstant(instant, changes.length),
      renderWords(allWords(changes, instant)),
      ...evaluations.map((one, index) => renderEvaluated(one, index, false)),
      renderResultWords(evaluations),
      renderClips(evaluations),
      note === null ? nothing : html`<p class="sentence texts-note">${note}</p>`,
    ],
    closing: renderClosing({ legend: [], digest: null }, version),
  });
}

function renderAccounts({ rows, kind }: OverviewView): Markup {
  if (rows.length === 0) return nothing;
  return html`<section aria-labelledby="accounts">
<h2 id="accounts">Accounts</h2>
<table class="stack">
<caption>The worst first</caption>
<thead><tr><th scope="col">Account</th><th scope="col">State</th><th scope="col">What</th><th scope="col">Digest</th></tr></thead>
<tbody>
${rows.map((row) => renderAccount(row, kind))}</tbody>
</table>
</section>`;
}

function renderAccount(
  { account, config, where, state, headline, digest, details }: OverviewRow,
  kind: OverviewView['kind'],
): Markup {
  const about = [config, where].filter((part) => part !== null && part !== '' && part !== account);
  const notes = (details?.notes ?? []).map(
    (note) => html`<p class="note">${sentence(note)}</p>
`,
  );
  const approved = digest === null ? nothing : html`<code>${digest}</code>`;
  return html`<tr><th scope="row"><bdi>${account}</bdi>
<p class="identity">${about.join(' · ')}</p></th><td data-label="State" class="label">${stateName(state, kind)}</td><td data-label="What">${headline}
${notes}</td><td data-label="Digest" class="digest">${approved}</td></tr>
`;
}
