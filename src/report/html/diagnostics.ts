import type { DiagnosticView } from '../view/diagnostics.js';
import type { ErrorView } from '../view/failure-view.js';
import type { BlockedView } from '../view/report-view.js';
import { html, type Markup, nothing, renderLocation, sentence } from './markup.js';

/** What keeps all of it from being applied, with the ways out. */
export function renderBlocked(blocked: readonly BlockedView[]): Markup {
  if (blocked.length === 0) return nothing;
  return html`<section class="diagnostics" aria-labelledby="blocked">
<h2 id="blocked">What blocks it</h2>
<ul>
${blocked.map(({ rule, ...block }) => renderItem({ ...block, label: 'blocked', id: rule }))}</ul>
</section>`;
}

/** Errors, warnings and notes. */
export function renderDiagnosticList(diagnostics: readonly DiagnosticView[]): Markup {
  if (diagnostics.length === 0) return nothing;
  return html`<section class="diagnostics" aria-labelledby="diagnostics">
<h2 id="diagnostics">Diagnostics</h2>
<ul>
${diagnostics.map(({ severity, rule, hint, ...diagnostic }) => renderItem({ ...diagnostic, label: severity, id: rule, hints: hint === null ? [] : [hint] }))}</ul>
</section>`;
}

/** Why a command came to nothing, with the way out. */
export function renderCause({ code, hint, message }: ErrorView): Markup {
  const hints = hint === null ? [] : [hint];
  return html`<section class="diagnostics" aria-labelledby="cause">
<h2 id="cause">Why</h2>
<ul>
${renderItem({ label: 'error', id: code, message, hints, location: null })}</ul>
</section>`;
}

interface Item extends Omit<BlockedView, 'rule'> {
  readonly label: 'blocked' | DiagnosticView['severity'];
  /** A rule or an error code. */
  readonly id: string;
}

function renderItem({ label, id, message, hints, location }: Item): Markup {
  return html`<li class="${label}"><p class="rule"><b>${label}</b> <code>${id}</code></p>
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
