import type { BlockedView, RemarkView } from '../view/report-view.js';
import { html, type Markup, nothing } from './markup.js';
import { renderPlace } from './place.js';
import { sentence } from './sentence.js';

/** What keeps all of it from being applied, with the ways out. */
export function renderBlocked(blocked: readonly BlockedView[]): Markup {
  if (blocked.length === 0) return nothing;
  return html`<section class="findings" aria-labelledby="blocked">
<h2 id="blocked">What blocks it</h2>
<ul>
${blocked.map(({ rule, message, hints, place }) => renderFinding({ label: 'blocked', rule, message, hints, place }))}</ul>
</section>`;
}

/** Errors, warnings and notes. */
export function renderRemarks(remarks: readonly RemarkView[]): Markup {
  if (remarks.length === 0) return nothing;
  return html`<section class="findings" aria-labelledby="remarks">
<h2 id="remarks">Remarks</h2>
<ul>
${remarks.map(({ severity, hint, ...remark }) => renderFinding({ ...remark, label: severity, hints: hint === null ? [] : [hint] }))}</ul>
</section>`;
}

interface Finding extends BlockedView {
  readonly label: 'blocked' | RemarkView['severity'];
}

function renderFinding({ label, rule, message, hints, place }: Finding): Markup {
  return html`<li class="${label}"><p class="rule"><b>${label}</b> <code>${rule}</code></p>
<p class="message">${sentence(message)}</p>
${renderHints(hints)}${renderPlace(place)}</li>
`;
}

/** One way out is an instruction; several are a choice. */
function renderHints(hints: readonly string[]): Markup {
  if (hints.length === 0) return nothing;
  const choice = hints.length > 1 ? html`<p class="hint">Ways out, one of these:</p>` : nothing;
  return html`${choice}<ul class="ways">${hints.map((hint) => html`<li>${sentence(hint)}</li>`)}</ul>
`;
}
