import type { ConsumerView, ReportView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';

/** How far it reaches, and whom it reaches. */
export function renderImpact({ impact, consumers, consumers_title }: ReportView): Markup {
  if (impact.length === 0 && consumers.length === 0) return nothing;
  return html`<section aria-labelledby="impact">
<h2 id="impact">Impact</h2>
${renderSentences(impact)}${renderConsumers(consumers, consumers_title)}</section>`;
}

function renderSentences(impact: readonly string[]): Markup {
  if (impact.length === 0) return nothing;
  return html`<ul class="impact">${impact.map((sentence) => html`<li>${sentence}</li>`)}</ul>
`;
}

function renderConsumers(consumers: readonly ConsumerView[], title: string): Markup {
  if (consumers.length === 0) return nothing;
  return html`<table class="stack">
<caption>${title}</caption>
<thead><tr><th scope="col">Consumer</th><th scope="col">List</th><th scope="col">Effect</th><th scope="col">Redeploy</th></tr></thead>
<tbody>
${consumers.map(renderConsumer)}</tbody>
</table>
`;
}

function renderConsumer({ name, address, effect, redeploy }: ConsumerView): Markup {
  return html`<tr><th scope="row">${name}</th><td data-label="List">${address}</td><td data-label="Effect">${effect}</td><td data-label="Redeploy">${redeploy ? html`<b>yes</b>` : 'no'}</td></tr>
`;
}
