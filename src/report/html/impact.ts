import type { ConsumerView, ReportView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';

/** How far it reaches, and whom it reaches. */
export function renderImpact({ kind, impact, consumers, consumers_title }: ReportView): Markup {
  if (impact.length === 0 && consumers.length === 0) return nothing;
  return html`<section aria-labelledby="impact">
<h2 id="impact">Impact</h2>
${renderSentences(impact)}${renderConsumers(consumers, { title: consumers_title, redeploys: kind !== 'drift' })}</section>`;
}

function renderSentences(impact: readonly string[]): Markup {
  if (impact.length === 0) return nothing;
  return html`<ul class="impact">${impact.map((sentence) => html`<li>${sentence}</li>`)}</ul>
`;
}

interface Table {
  readonly title: string;
  /** Whether it is about new ids; drift is not, whatever its repair comes to. */
  readonly redeploys: boolean;
}

function renderConsumers(consumers: readonly ConsumerView[], { title, redeploys }: Table): Markup {
  if (consumers.length === 0) return nothing;
  const redeploy = redeploys ? html`<th scope="col">Redeploy</th>` : nothing;
  return html`<table class="stack">
<caption>${title}</caption>
<thead><tr><th scope="col">Consumer</th><th scope="col">List</th><th scope="col">Effect</th>${redeploy}</tr></thead>
<tbody>
${consumers.map((consumer) => renderConsumer(consumer, redeploys))}</tbody>
</table>
`;
}

function renderConsumer({ name, address, effect, redeploy }: ConsumerView, redeploys: boolean): Markup {
  const answer = html`<td data-label="Redeploy">${redeploy ? html`<b>yes</b>` : 'no'}</td>`;
  return html`<tr><th scope="row">${name}</th><td data-label="List">${address}</td><td data-label="Effect">${effect}</td>${redeploys ? answer : nothing}</tr>
`;
}
