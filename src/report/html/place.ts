import type { Location } from '../../model/diagnostic.js';
import { html, type Markup, nothing } from './markup.js';

/** Where it is written, the way editors and terminals spell it. */
export function renderLocation(location: Location | null): Markup {
  if (location === null) return nothing;
  return html`<p class="place">${location.file}:${location.line}:${location.column}</p>`;
}
