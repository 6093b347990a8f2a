import type { StoredList } from '../account-state.js';
import { takesInstantHotwords } from '../models.js';
import { amount } from './shown.js';

const maxCells = 100;

/** A cell a slot; of a very large quota a cell stands for several. */
export function renderGauge(taken: number, quota: number): string {
  const slots = Math.max(taken, quota, 1);
  const cells = Math.min(slots, maxCells);
  const cell = (index: number) => {
    const slot = (index * slots) / cells;
    return `<i class="${slot >= taken ? 'free' : slot >= quota ? 'over' : 'taken'}"></i>`;
  };
  const said = `${taken} of ${quota} slots taken`;
  return `<h1><b>${taken}</b> of ${quota} slots taken</h1>
<div class="gauge" role="img" aria-label="${said}">${Array.from({ length: cells }, (_, index) => cell(index)).join('')}</div>`;
}

/** What can be done about an account that has one slot left, or none; nothing as long as there is room. */
export function renderScarcity(lists: readonly StoredList[], quota: number): string {
  const taken = lists.length;
  if (taken === 0 || taken < quota - 1) return '';
  const left = taken < quota ? 'One slot is left.' : 'No slot is left: one list more is refused.';
  const able = lists.filter(({ target_model }) => takesInstantHotwords(target_model)).length;
  return `<p id="scarce"><b>${left}</b> Instant hotwords need none, since they go with each request. ${whoCould(able)} See docs/instant.md.</p>`;
}

function whoCould(able: number): string {
  if (able === 0) return 'The models of these lists take none; those of qwen-audio-3.x do.';
  return `${amount(able, 'list')} here ${able === 1 ? 'is' : 'are'} for a model that takes them.`;
}
