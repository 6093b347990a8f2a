import { titled } from '../../layout.js';
import type { FigureCell, FigureRow } from '../../view/evaluation/figures.js';
import type { Finding } from '../../view/evaluation/findings.js';
import type { EvaluatedView, EvaluationView } from '../../view/evaluation-view.js';
import { renderDiagnosticList } from '../diagnostics.js';
import { renderClosing, renderVerdict } from '../heading.js';
import { html, type Markup, nothing, renderLocation, sentence } from '../markup.js';
import { renderPage } from '../page.js';
import type { PageLook } from '../render-html.js';
import { renderClips } from './clips.js';
import { renderResultWords } from './result-words.js';

/** Draws whether recognition hears the words: what is wrong, figures, then every word and every clip. */
export function renderEvaluationPage(view: EvaluationView, { version, account }: PageLook): string {
  const { state, verdict, evaluations, note, diagnostics } = view;
  const [only, ...others] = evaluations;
  const isOne = only !== undefined && others.length === 0;
  // A name in the place of a sentence would be begun with a capital letter.
  const title = titled('Eval', account) + (isOne ? `: ${only.name}` : '');
  const headline = isOne ? only.outcome : view.headline;
  return renderPage({
    title: `${title}: ${headline}`,
    heading: renderVerdict({ state, verdict, title, headline }),
    parts: [
      renderDiagnosticList(diagnostics),
      ...evaluations.map((one, index) => renderEvaluated(one, index, isOne)),
      renderResultWords(evaluations),
      renderClips(evaluations),
      evaluations.length === 0 ? nothing : html`<p class="sentence texts-note">${note}</p>`,
    ],
    closing: renderClosing({ legend: [], digest: null }, version),
  });
}

/** Draws one, but for its words and clips, which all have together. @param isOnly whether its outcome is the headline of the page */
export function renderEvaluated(evaluated: EvaluatedView, index: number, isOnly: boolean): Markup {
  const { name, outcome, findings, reached, gains, facts, advice } = evaluated;
  const id = `evaluation-${index + 1}`;
  const heading = isOnly
    ? nothing
    : html`<p class="outcome">${outcome}</p>
`;
  return html`<section class="evaluation" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${heading}${renderFindings(findings)}${renderChecks(evaluated)}${renderFigures(evaluated)}
${renderLines([...reached, ...gains])}${advice.length === 0 ? nothing : html`<h3>What to do</h3>`}
${renderLines(advice)}<details><summary><h3>What was compared, and what it took</h3></summary>
${renderLines(facts)}</details>
</section>`;
}

/** How the style sheet calls them. */
const tones: Readonly<Record<Finding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
};

function renderFindings(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing;
  return html`<div class="diagnostics"><ul>
${findings.map(renderFinding)}</ul></div>
`;
}

function renderFinding({ level, label, message, hint, location }: Finding): Markup {
  const next =
    hint === null
      ? nothing
      : html`<ul class="ways"><li>${sentence(hint)}</li></ul>
`;
  return html`<li class="${tones[level]}"><p class="rule"><b>${label}</b></p>
<p class="message">${sentence(message)}</p>
${next}${renderLocation(location)}</li>
`;
}

function renderChecks({ checks }: EvaluatedView): Markup {
  if (checks.length === 0) return nothing;
  const rows = checks.map(
    ({ check, outcome, message }) =>
      html`<tr><th scope="row">${check.replaceAll('_', ' ')}</th><td data-label="Outcome" class="label">${outcome === 'cause' ? html`<b>cause</b>` : html`${outcome}`}</td><td>${sentence(message)}</td></tr>
`,
  );
  return html`<table class="stack">
<caption>What may be the cause, in the order in which the vendor asks</caption>
<thead><tr><th scope="col">Check</th><th scope="col">Outcome</th><th scope="col">What was found</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function renderFigures({ figures, has_planned, given, words }: EvaluatedView): Markup {
  if (words.length === 0) return nothing;
  const planned = has_planned ? html`<th scope="col">As planned</th>` : nothing;
  return html`<table class="stack figures">
<caption>With 95% confidence a share lies where the brackets say</caption>
<thead><tr><th scope="col">Figure</th><th scope="col">Without</th><th scope="col">With ${given}</th>${planned}</tr></thead>
<tbody>
${figures.map((row) => renderFigure(row, given))}</tbody>
</table>
`;
}

function renderFigure(
  { name, about, without, with: with_, planned, trend }: FigureRow,
  given: string,
): Markup {
  const last = planned === null ? nothing : html`<td data-label="As planned">${renderCell(planned)}</td>`;
  const worse = trend === 'worse' ? html` <span class="tally">worse</span>` : nothing;
  return html`<tr class="${trend}"><th scope="row">${name}
<p class="note">${about}</p></th><td data-label="Without">${renderCell(without)}</td><td class="given" data-label="With ${given}">${renderCell(with_)}${worse}</td>${last}</tr>
`;
}

function renderCell({ value, counts, interval }: FigureCell): Markup {
  const basis = [counts, interval === '' ? '' : `(${interval})`].filter((part) => part !== '').join(' ');
  return html`<b>${value}</b> <span class="tally">${basis}</span>`;
}

function renderLines(lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  return html`<ul class="impact">${lines.map((line) => html`<li>${sentence(line)}</li>`)}</ul>
`;
}
