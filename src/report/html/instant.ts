import type { InstantView } from '../view/report-view.js';
import { instantTitle } from '../view/view-instant.js';
import { renderOwner } from './changes.js';
import { html, listId, type Markup, nothing, renderLocation, renderSign, sentence } from './markup.js';

/** The vocabularies without a list. @param first how many headings of words stand before theirs */
export function renderInstant(instant: readonly InstantView[], first: number): Markup {
  if (instant.length === 0) return nothing;
  return html`<section aria-labelledby="instant">
<h2 id="instant">Instant vocabularies</h2>
<table class="stack changes">
<caption>${instantTitle.replace(/^[^:]*: s/, 'S')}</caption>
<thead><tr><th scope="col">State</th><th scope="col">Vocabulary</th><th scope="col">Hotwords</th><th scope="col">Consumers</th></tr></thead>
<tbody>
${instant.map((one, index) => renderVocabulary(one, first + index))}</tbody>
</table>
</section>`;
}

function renderVocabulary(one: InstantView, index: number): Markup {
  const { symbol, label, name, models, owner, rows, tally, consumers, notes, location } = one;
  const sign = symbol === ' ' ? nothing : html`${renderSign(symbol)} `;
  const called = rows.length === 0 ? html`${name}` : html`<a href="#${listId(index)}">${name}</a>`;
  return html`<tr><td class="label">${sign}${label}</td><th scope="row">${called}
<p class="identity">${models.join(', ')}</p>
${renderOwner(owner)}${notes.map(
  (note) => html`<p class="note">${sentence(note)}</p>
`,
)}${renderLocation(location)}</th><td data-label="Hotwords" class="tally">${tally}</td><td data-label="Consumers">${consumers.join(', ')}</td></tr>
`;
}
