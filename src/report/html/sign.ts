import type { Symbol } from '../view/report-view.js';
import { html, type Markup } from './markup.js';

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
