import { escapeHtml } from '../../model/html.js';

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
