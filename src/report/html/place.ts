import type { Place } from '../../model/diagnostic.js';
import { html, type Markup, nothing } from './markup.js';

/** Where it is written, the way editors and terminals spell it. */
export function renderPlace(place: Place | null): Markup {
  if (place === null) return nothing;
  return html`<p class="place">${place.file}:${place.line}:${place.column}</p>`;
}
