import type { QuotaView, ReportView, StepView } from '../view/report-view.js';
import { renderSlotBar, type SlotRun } from './gauge.js';
import { html, type Markup, nothing, renderSign } from './markup.js';

/** The steps in the order they run, and how full the account is after each. */
export function renderTimeline({ steps, quota }: ReportView): Markup {
  if (steps.length === 0) return nothing;
  const in_use = quota.ours + quota.unmanaged;
  const rows = steps.map((step, index) => renderStep(step, steps[index - 1]?.slots_after ?? in_use, quota));
  return html`<section aria-labelledby="steps">
<h2 id="steps">Steps</h2>
<table class="steps stack">
<caption>In the order they run, with the slots taken after each</caption>
<thead><tr><th scope="col">Step</th><th scope="col">What</th><th scope="col">Slots taken</th><th scope="col">Waits</th></tr></thead>
<tbody>
<tr><td></td><th scope="row">now</th><td data-label="Slots taken">${renderSlots({ from: in_use, to: in_use }, quota)}</td><td></td></tr>
${rows}</tbody>
</table>
</section>`;
}

function renderStep(
  { id, symbol, op, address, after, slots_after, cooldown }: StepView,
  before: number,
  quota: QuotaView,
): Markup {
  const waits = [
    ...(after.length > 0 ? [`after ${after.join(', ')}`] : []),
    ...(cooldown === '' ? [] : [cooldown]),
  ];
  const slots = renderSlots({ from: before, to: slots_after }, quota);
  return html`<tr><td data-label="Step">${id}</td><th scope="row">${renderSign(symbol)} ${op} ${address}</th><td data-label="Slots taken">${slots}</td><td data-label="Waits">${waits.join(', ')}</td></tr>
`;
}

interface Filling {
  readonly from: number;
  readonly to: number;
}

function renderSlots(filling: Filling, quota: QuotaView): Markup {
  return html`${renderSlotBar(runsOf(filling, quota), quota.limit)}<span>${filling.to} of ${quota.limit}</span>`;
}

function runsOf({ from, to }: Filling, { limit, unmanaged }: QuotaView): SlotRun[] {
  const lasting = Math.min(from, to);
  return [
    { kind: 'unmanaged', slots: Math.min(unmanaged, lasting) },
    { kind: 'ours', slots: Math.max(0, lasting - unmanaged) },
    { kind: 'taken', slots: Math.max(0, to - from) },
    { kind: 'freed', slots: Math.max(0, from - to) },
    { kind: 'free', slots: Math.max(0, limit - Math.max(from, to)) },
  ];
}
