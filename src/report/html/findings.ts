import type { BlockedView, DiagnosticView } from '../view/report-view.js';
import { html, type Markup, nothing, renderLocation, sentence } from './markup.js';

/** What keeps all of it from being applied, with the ways out. */
export function renderBlocked(blocked: readonly BlockedView[]): Markup {
  if (blocked.length === 0) return nothing;
  return html`<section class="findings" aria-labelledby="blocked">
<h2 id="blocked">What blocks it</h2>
<ul>
${blocked.map(({ rule, message, hints, location }) => renderFinding({ label: 'blocked', rule, message, hints, location }))}</ul>
</section>`;
}

/** Errors, warnings and notes. */
export function renderDiagnosticList(diagnostics: readonly DiagnosticView[]): Markup {
  if (diagnostics.length === 0) return nothing;
  return html`<section class="findings" aria-labelledby="remarks">
<h2 id="remarks">Remarks</h2>
<ul>
${diagnostics.map(({ severity, hint, ...remark }) => renderFinding({ ...remark, label: severity, hints: hint === null ? [] : [hint] }))}</ul>
</section>`;
}

interface Finding extends BlockedView {
  readonly label: 'blocked' | DiagnosticView['severity'];
}

function renderFinding({ label, rule, message, hints, location }: Finding): Markup {
  return html`<li class="${label}"><p class="rule"><b>${label}</b> <code>${rule}</code></p>
<p class="message">${sentence(message)}</p>
${renderHints(hints)}${renderLocation(location)}</li>
`;
}

/** One way out is an instruction; several are a choice. */
function renderHints(hints: readonly string[]): Markup {
  if (hints.length === 0) return nothing;
  const choice = hints.length > 1 ? html`<p class="hint">Ways out, one of these:</p>` : nothing;
  return html`${choice}<ul class="ways">${hints.map((hint) => html`<li>${sentence(hint)}</li>`)}</ul>
`;
}
