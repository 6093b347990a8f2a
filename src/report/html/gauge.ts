import type { QuotaView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';
import { renderSlotBar, type SlotKind, type SlotRun } from './slot-bar.js';

/** Whose the account's slots are, and how many more the run takes at its fullest. */
export function renderGauge(quota: QuotaView): Markup {
  return html`<section aria-labelledby="slots">
<h2 id="slots">Slots</h2>
<figure>
${renderSlotBar(runsOf(quota), quota.limit)}
<figcaption>
<p class="sentence">${quota.sentence}</p>
<ul class="key">${renderKey(quota)}</ul>
${quota.safe ? nothing : html`<p class="unsafe">Not every step finds a slot.</p>`}</figcaption>
</figure>
</section>`;
}

function runsOf({ limit, ours, unmanaged, peak }: QuotaView): SlotRun[] {
  const taken = ours + unmanaged;
  const full = Math.max(taken, peak);
  return [
    { kind: 'unmanaged', slots: unmanaged },
    { kind: 'ours', slots: ours },
    { kind: 'needed', slots: full - taken },
    { kind: 'free', slots: Math.max(0, limit - full) },
  ];
}

function renderKey({ limit, ours, unmanaged, peak }: QuotaView): Markup[] {
  const entries: readonly (readonly [SlotKind | 'limit', number, string])[] = [
    ['unmanaged', unmanaged, 'unmanaged'],
    ['ours', ours, 'ours'],
    ['needed', peak - ours - unmanaged, 'more during the run'],
    ['free', limit - Math.max(peak, ours + unmanaged), 'free'],
    ['limit', Math.max(peak, ours + unmanaged) - limit, 'over the limit'],
  ];
  return entries
    .filter(([, slots]) => slots > 0)
    .map(([kind, slots, meaning]) => html`<li>${renderSwatch(kind)}${slots} ${meaning}</li>`);
}

function renderSwatch(kind: SlotKind | 'limit'): Markup {
  return html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="${kind}" width="10" height="10"/></svg>`;
}
