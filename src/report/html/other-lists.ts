import type { UnchangedView } from '../view/report-view.js';
import { renderOwner } from './changes.js';
import { html, type Markup, nothing } from './markup.js';
import { maxUnfolded } from './words.js';

/** Lists that are as they should be. */
export function renderUnchanged(lists: readonly UnchangedView[]): Markup {
  if (lists.length === 0) return nothing;
  return html`<section class="fold" aria-labelledby="unchanged">
<details${lists.length <= maxUnfolded ? html` open` : nothing}>
<summary><h2 id="unchanged">Unchanged lists</h2> <span class="tally">${lists.length}</span></summary>
<table class="stack">
<caption class="unseen">Lists that stay as they are</caption>
<thead><tr><th scope="col">List</th><th scope="col">Hotwords</th><th scope="col">Consumers</th></tr></thead>
<tbody>
${lists.map(renderList)}</tbody>
</table>
</details>
</section>`;
}

function renderList({ address, identity, owner, hotwords, consumers }: UnchangedView): Markup {
  return html`<tr><th scope="row">${address}<p class="identity">${identity}</p>${renderOwner(owner)}</th><td data-label="Hotwords" class="tally">${hotwords}</td><td data-label="Consumers">${consumers.join(', ')}</td></tr>
`;
}

/** Lists of somebody else that take slots. */
export function renderUnmanaged(lists: readonly string[]): Markup {
  if (lists.length === 0) return nothing;
  return html`<section class="fold" aria-labelledby="unmanaged">
<details>
<summary><h2 id="unmanaged">Unmanaged lists, never touched</h2> <span class="tally">${lists.length}</span></summary>
<ul class="ids">${lists.map((list) => html`<li>${list}</li>`)}</ul>
</details>
</section>`;
}
