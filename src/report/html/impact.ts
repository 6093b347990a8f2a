import type { ConsumerView, Redeploy, ReportView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';

/** How far it reaches, and whom it reaches. */
export function renderImpact({
  kind,
  impact,
  consumers,
  consumers_title,
  consumers_list,
}: ReportView): Markup {
  if (impact.length === 0 && consumers.length === 0) return nothing;
  return html`<section aria-labelledby="impact">
<h2 id="impact">Impact</h2>
${renderSentences(impact)}${renderConsumers(consumers, {
  title: consumers_title,
  redeploys: kind !== 'drift',
  what: consumers_list,
})}</section>`;
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
  readonly what: string;
}

function renderConsumers(consumers: readonly ConsumerView[], { title, redeploys, what }: Table): Markup {
  if (consumers.length === 0) return nothing;
  const redeploy = redeploys ? html`<th scope="col">Redeploy</th>` : nothing;
  return html`<table class="stack">
<caption>${title}</caption>
<thead><tr><th scope="col">Consumer</th><th scope="col">${what}</th><th scope="col">Effect</th>${redeploy}</tr></thead>
<tbody>
${consumers.map((consumer) => renderConsumer(consumer, { redeploys, what }))}</tbody>
</table>
`;
}

function answer(redeploy: Redeploy): Markup {
  if (redeploy === 'no') return html`no`;
  return redeploy === 'words' ? html`<b>yes</b>, no new id` : html`<b>yes</b>`;
}

function renderConsumer(
  { name, address, effect, redeploy }: ConsumerView,
  { redeploys, what }: Omit<Table, 'title'>,
): Markup {
  const told = html`<td data-label="Redeploy">${answer(redeploy)}</td>`;
  return html`<tr><th scope="row">${name}</th><td data-label="${what}">${address}</td><td data-label="Effect">${effect}</td>${redeploys ? told : nothing}</tr>
`;
}
