import type { LegendEntry, ReportView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';
import { renderSign } from './sign.js';

/** What the symbols mean, what is approved by approving this, and what made the page. */
export function renderClosing({ legend, digest }: ReportView, version: string): Markup {
  return html`<footer>
${renderLegend(legend)}${renderDigest(digest)}<p>vocabsync ${version}</p>
</footer>`;
}

function renderLegend(legend: readonly LegendEntry[]): Markup {
  if (legend.length === 0) return nothing;
  const entries = legend.map(
    ({ symbol, meaning }) => html`<div><dt>${renderSign(symbol)}</dt><dd>${meaning}</dd></div>`,
  );
  return html`<dl class="legend">${entries}</dl>
`;
}

function renderDigest(digest: string | null): Markup {
  if (digest === null) return nothing;
  return html`<p class="digest"><span>Digest</span> <code>${digest}</code></p>
`;
}
