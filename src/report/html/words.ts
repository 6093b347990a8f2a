import type { ChangeView, InstantView } from '../view/report-view.js';
import type { Segment } from '../view/respelling.js';
import type { WordRow } from '../view/word-rows.js';
import { html, listId, type Markup, nothing, renderSign, tones } from './markup.js';
import { renderSearchBox } from './search-box.js';

/** Longer tables start folded, and are laid out when they come into view. */
export const maxUnfolded = 40;

/** Words under a heading. */
export type Words = Pick<ChangeView, 'symbol' | 'address' | 'tally' | 'rows'> & {
  /** They are no list. */
  readonly isInstant?: boolean;
};

/** What is shown of the words of lists, and after them of those that go with requests. */
export function allWords(changes: readonly Words[], instant: readonly InstantView[]): Words[] {
  return [
    ...changes,
    ...instant.map(({ symbol, name, tally, rows }) => ({
      symbol,
      address: name,
      tally: `instant, ${tally}`,
      rows,
      isInstant: true,
    })),
  ];
}

/** The words that come, go and change, list by list, and what finds one among them. */
export function renderWords(changes: readonly Words[]): Markup {
  if (changes.every(({ rows }) => rows.length === 0)) return nothing;
  return html`<section aria-labelledby="words">
<h2 id="words">Words</h2>
${renderSearch(changes)}
<p id="nothing" class="empty" hidden>No word matches. Escape clears the search.</p>
${changes.map(renderList)}</section>`;
}

function renderList({ rows, symbol, address, tally }: Words, index: number): Markup {
  if (rows.length === 0) return nothing;
  const state = rows.length <= maxUnfolded ? html`class="list" open` : html`class="list long"`;
  return html`<details id="${listId(index)}" ${state}>
<summary>${signOf(symbol)}<h3>${address}</h3> <span class="tally">${tally}</span></summary>
<div class="rows"><table>
<caption class="unseen">Words of ${address}</caption>
<colgroup><col class="narrow"><col><col class="detail"></colgroup>
<thead class="unseen"><tr><th scope="col">Change</th><th scope="col">Word</th><th scope="col">Weight and language</th></tr></thead>
<tbody>
${rows.map(renderRow)}</tbody>
</table></div>
</details>
`;
}

/** No empty badge where nothing is said of what was before. */
function signOf(symbol: Words['symbol']): Markup {
  return symbol === ' ' ? nothing : html`${renderSign(symbol)} `;
}

function renderRow({ symbol, spelling, detail, remark }: WordRow): Markup {
  const tone = tones[symbol];
  const letters = spelling.map((segment) => renderSegment(segment, symbol));
  return html`<tr class="${tone}"><td>${symbol}<span class="unseen"> ${kindNames[symbol]}</span></td><th scope="row"><bdi>${letters}</bdi>${renderRemark(remark)}</th><td>${detail}</td></tr>
`;
}

/** Beside the word, so that whoever searches finds a word by its note too. */
function renderRemark(remark: string): Markup {
  if (remark === '') return nothing;
  return html`
<p class="note"><bdi>${remark}</bdi></p>`;
}

function renderSegment({ text, changed }: Segment, symbol: WordRow['symbol']): Markup {
  if (!changed) return html`${text}`;
  switch (symbol) {
    case '+':
      return html`<ins>${text}</ins>`;
    case '-':
      return html`<del>${text}</del>`;
    case '~':
      return html`<mark>${text}</mark>`;
    case ' ':
      return html`${text}`;
  }
}

const symbols: readonly WordRow['symbol'][] = ['+', '~', '-', ' '];

const kindNames: Readonly<Record<WordRow['symbol'], string>> = {
  '+': tones['+'],
  '~': tones['~'],
  '-': tones['-'],
  ' ': 'sent as it is',
};

function renderSearch(changes: readonly Words[]): Markup {
  return renderSearchBox({
    filters: [renderKinds(changes), renderLists(changes)],
    noun: changes.some(({ isInstant }) => isInstant) ? 'table' : 'list',
  });
}

/** A box for each kind of change there is. */
function renderKinds(changes: readonly Words[]): Markup {
  const rows = changes.flatMap((change) => change.rows);
  const kinds = symbols.filter((symbol) => rows.some((row) => row.symbol === symbol));
  return html`<fieldset><legend class="unseen">Kinds of change shown</legend>
${kinds.map(
  (
    symbol,
  ) => html`<label><input type="checkbox" name="kind" value="${tones[symbol]}" autocomplete="off" checked>${signOf(symbol)}${kindNames[symbol]}</label>
`,
)}</fieldset>
`;
}

function renderLists(changes: readonly Words[]): Markup {
  const lists = changes.flatMap(({ rows, address }, index) => (rows.length === 0 ? [] : { address, index }));
  if (lists.length < 2) return nothing;
  const options = lists.map(
    ({ address, index }) => html`<option value="${listId(index)}">${address}</option>
`,
  );
  return html`<p class="which"><label for="which" class="unseen">List shown</label>
<select id="which" autocomplete="off">
<option value="">${changes.some(({ isInstant }) => isInstant) ? 'all words' : 'all lists'}</option>
${options}</select></p>
`;
}
