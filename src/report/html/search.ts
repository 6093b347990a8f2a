import type { ChangeView } from '../view/report-view.js';
import type { WordRow } from '../view/word-rows.js';
import { listId } from './list-id.js';
import { html, type Markup, nothing } from './markup.js';
import { renderSign, tones } from './sign.js';

const symbols: readonly WordRow['symbol'][] = ['+', '~', '-'];

/** What the script brings to life. Without it nothing here would work, so it is hidden until the script shows it. */
export function renderSearch(changes: readonly ChangeView[]): Markup {
  return html`<div id="search" class="search" role="search" hidden>
<p class="query"><label for="query">Find a word</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></p>
${renderKinds(changes)}${renderLists(changes)}<p class="folds"><button type="button" id="unfold">Unfold all</button> <button type="button" id="fold">Fold all</button></p>
<p id="count" role="status"></p>
</div>`;
}

/** A box for each kind of change there is. */
function renderKinds(changes: readonly ChangeView[]): Markup {
  const rows = changes.flatMap((change) => change.rows);
  const kinds = symbols.filter((symbol) => rows.some((row) => row.symbol === symbol));
  return html`<fieldset><legend class="unseen">Kinds of change shown</legend>
${kinds.map(
  (
    symbol,
  ) => html`<label><input type="checkbox" name="kind" value="${tones[symbol]}" autocomplete="off" checked>${renderSign(symbol)} ${tones[symbol]}</label>
`,
)}</fieldset>
`;
}

function renderLists(changes: readonly ChangeView[]): Markup {
  const lists = changes.flatMap(({ rows, address }, index) => (rows.length === 0 ? [] : { address, index }));
  if (lists.length < 2) return nothing;
  const options = lists.map(
    ({ address, index }) => html`<option value="${listId(index)}">${address}</option>
`,
  );
  return html`<p class="which"><label for="which" class="unseen">List shown</label>
<select id="which" autocomplete="off">
<option value="">all lists</option>
${options}</select></p>
`;
}
