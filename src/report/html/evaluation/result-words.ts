import { type Verdict, verdicts } from '../../../model/evaluation/evaluation.js';
import { count } from '../../layout.js';
import { verdictLabels, verdictMeanings, type WordResultView } from '../../view/evaluation/words.js';
import type { EvaluatedView } from '../../view/evaluation-view.js';
import { html, listId, type Markup, nothing, sentence } from '../markup.js';
import { renderSearchBox } from '../search-box.js';
import { maxUnfolded } from '../words.js';

/** Every word, evaluation by evaluation, and what finds one by its text and its verdict; see `script` for what it reads. */
export function renderResultWords(evaluations: readonly EvaluatedView[]): Markup {
  if (evaluations.every(({ words }) => words.length === 0)) return nothing;
  return html`<section aria-labelledby="words">
<h2 id="words">Words</h2>
${renderSearch(evaluations)}
<p id="nothing" class="empty" hidden>No word matches. Escape clears the search.</p>
${evaluations.map(renderList)}</section>`;
}

function renderList({ words, name }: EvaluatedView, index: number): Markup {
  if (words.length === 0) return nothing;
  const state = words.length <= maxUnfolded ? html`class="list" open` : html`class="list long"`;
  return html`<details id="${listId(index)}" ${state}>
<summary><h3>${name}</h3> <span class="tally">${count(words.length, 'word')}, the worst first</span></summary>
<div class="rows"><table class="stack verdicts">
<caption class="unseen">Words of ${name}</caption>
<colgroup><col class="verdict-column"><col><col class="heard-column"><col class="advice-column"></colgroup>
<thead class="unseen"><tr><th scope="col">Verdict</th><th scope="col">Word</th><th scope="col">Heard, without and with</th><th scope="col">What to do, and in which clips</th></tr></thead>
<tbody>
${words.map(renderRow)}</tbody>
</table></div>
</details>
`;
}

function renderRow({ word, detail, verdict, label, tally, intruded, advice, clips }: WordResultView): Markup {
  const intrusions =
    intruded === ''
      ? nothing
      : html`
<p class="note">${intruded}</p>`;
  const next =
    advice === null
      ? nothing
      : html`<p class="do">${sentence(advice.short)}</p>
`;
  const where = clips.map(
    (line) => html`<p class="note">${line}</p>
`,
  );
  return html`<tr class="${verdict}"><td>${label}</td><th scope="row"><bdi>${word}</bdi>
<p class="note">${detail}</p></th><td data-label="Heard">${tally}${intrusions}</td><td>${next}${where}</td></tr>
`;
}

function renderSearch(evaluations: readonly EvaluatedView[]): Markup {
  return renderSearchBox({
    filters: [renderVerdicts(evaluations), renderChoice(evaluations)],
    noun: 'evaluation',
  });
}

/** A box for each verdict there is, with how many have it. */
function renderVerdicts(evaluations: readonly EvaluatedView[]): Markup {
  const words = evaluations.flatMap((one) => one.words);
  const amount = (wanted: Verdict) => words.filter(({ verdict }) => verdict === wanted).length;
  const boxes = worstFirst
    .filter((verdict) => amount(verdict) > 0)
    .map(
      (verdict) =>
        html`<label title="${verdictMeanings[verdict]}"><input type="checkbox" name="kind" value="${verdict}" autocomplete="off" checked>${verdictLabels[verdict]} (${amount(verdict)})</label>
`,
    );
  return html`<fieldset><legend class="unseen">Verdicts shown</legend>
${boxes}</fieldset>
`;
}

const order: readonly Verdict[] = ['harmful', 'no_effect'];
const worstFirst = [...order, ...verdicts.filter((verdict) => !order.includes(verdict))];

function renderChoice(evaluations: readonly EvaluatedView[]): Markup {
  const choices = evaluations.flatMap(({ words, name }, index) =>
    words.length === 0 ? [] : { name, index },
  );
  if (choices.length < 2) return nothing;
  const options = choices.map(
    ({ name, index }) => html`<option value="${listId(index)}">${name}</option>
`,
  );
  return html`<p class="which"><label for="which" class="unseen">Evaluation shown</label>
<select id="which" autocomplete="off">
<option value="">all evaluations</option>
${options}</select></p>
`;
}
