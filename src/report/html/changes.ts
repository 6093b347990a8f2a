import type { ChangeView } from '../view/report-view.js';
import { html, listId, type Markup, nothing, renderLocation, renderSign, sentence } from './markup.js';

/** A row a list; the words are further down, one link away. */
export function renderChanges(changes: readonly ChangeView[]): Markup {
  if (changes.length === 0) return nothing;
  return html`<section aria-labelledby="changes">
<h2 id="changes">Lists</h2>
<table class="stack changes">
<caption>What happens to each list, and why</caption>
<thead><tr><th scope="col">Change</th><th scope="col">List</th><th scope="col">Hotwords</th><th scope="col">Consumers</th></tr></thead>
<tbody>
${changes.map(renderChange)}</tbody>
</table>
</section>`;
}

function renderChange(change: ChangeView, index: number): Markup {
  const { symbol, label, address, identity, owner, rows, tally, consumers } = change;
  const name = rows.length === 0 ? html`${address}` : html`<a href="#${listId(index)}">${address}</a>`;
  return html`<tr><td class="label">${renderSign(symbol)} ${label}</td><th scope="row">${name}
<p class="identity">${identity}</p>
${renderOwner(owner)}${renderNotes(change)}${renderLocation(change.location)}</th><td data-label="Hotwords" class="tally">${tally}</td><td data-label="Consumers">${consumers.join(', ')}</td></tr>
`;
}

export function renderOwner(owner: string): Markup {
  if (owner === '') return nothing;
  return html`<p class="note">owner <bdi>${owner}</bdi></p>
`;
}

/** Why, what has to be done elsewhere, and how long it waits. */
function renderNotes({ because, consequence, cooldown }: ChangeView): Markup[] {
  return [because, consequence, cooldown]
    .filter((note) => note !== '')
    .map(
      (note) => html`<p class="note">${sentence(note)}</p>
`,
    );
}
