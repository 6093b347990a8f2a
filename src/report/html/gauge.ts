import type { QuotaView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';

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

/** As the style sheet calls it. */
export type SlotKind = 'ours' | 'unmanaged' | 'taken' | 'freed' | 'needed' | 'free';

/** A run of neighbouring slots that are alike. */
export interface SlotRun {
  readonly kind: SlotKind;
  readonly slots: number;
}

/** More slots than this are too narrow to be drawn one by one. */
const maxCells = 40;
const slotWidth = 20;
const gap = 2;
const height = 20;

/**
 * The slots of an account from left to right, each in its cell or, where they are many, run by run; behind the limit
 * stands a line. It is a drawing only: the numbers must be said in words beside it.
 */
export function renderSlotBar(runs: readonly SlotRun[], limit: number): Markup {
  const total = countSlots(runs);
  const bars = (total <= maxCells ? runs.flatMap(cells) : runs).filter(({ slots }) => slots > 0);
  const drawn = bars.map(({ kind, slots }, index) => {
    const x = countSlots(bars.slice(0, index)) * slotWidth;
    return html`<rect class="${kind}" x="${x}" width="${slots * slotWidth - gap}" height="${height}"/>`;
  });
  const line = total > limit ? renderLimit(limit, total) : nothing;
  return html`<svg class="slots" viewBox="0 0 ${Math.max(1, total) * slotWidth - gap} ${height}" preserveAspectRatio="none" aria-hidden="true">${drawn}${line}</svg>`;
}

/** As wide as a gap, and wider where slots are too narrow for it to be seen. */
function renderLimit(limit: number, total: number): Markup {
  const width = Math.max(gap, Math.ceil(total / 12));
  return html`<rect class="limit" x="${limit * slotWidth - gap}" width="${width}" height="${height}"/>`;
}

function cells({ kind, slots }: SlotRun): SlotRun[] {
  return Array.from({ length: slots }, () => ({ kind, slots: 1 }));
}

function countSlots(runs: readonly SlotRun[]): number {
  return runs.reduce((sum, { slots }) => sum + slots, 0);
}
