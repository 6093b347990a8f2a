import { html, type Markup, nothing } from './markup.js';

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
