import type { Location } from '../../model/diagnostic.js';
import { escapeHtml } from '../../model/text/html.js';
import type { Symbol } from '../view/report-view.js';

/** HTML that stands as it is. Only `html` and `trusted` make it, so no text comes into the page unescaped. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

export const nothing: Markup = { markup: '' };

/** A template whose texts are escaped, and whose markup is not. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: strings }, ...parts.map(markupOf)) };
}

/** A text of our own, never one that was read from somewhere. */
export function trusted(markup: string): Markup {
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** A sentence; what stands between two backticks is what somebody can type. */
export function sentence(text: string): Markup[] {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** Where it is written, the way editors and terminals spell it. */
export function renderLocation(location: Location | null): Markup {
  if (location === null) return nothing;
  return html`<p class="place">${location.file}:${location.line}:${location.column}</p>`;
}

/** How the style sheet calls what a symbol stands for. */
export const tones: Readonly<Record<Symbol, string>> = {
  '+': 'added',
  '~': 'changed',
  '-': 'removed',
  '=': 'kept',
  ' ': 'same',
};

/** The symbol as a badge. What it means is said beside it, so it is not read aloud. */
export function renderSign(symbol: Symbol): Markup {
  return html`<span class="sign ${tones[symbol]}" aria-hidden="true">${symbol}</span>`;
}

/** What links to the words of the change at `index`, counted from 0, name. No word of the account is in it. */
export function listId(index: number): string {
  return `list-${index + 1}`;
}
