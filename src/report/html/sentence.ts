import { html, type Markup } from './markup.js';

/** A sentence; what stands between two backticks is what somebody can type. */
export function sentence(text: string): Markup[] {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
