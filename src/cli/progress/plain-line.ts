import type { LiveLine } from '../context.js';

/** A line that is about no step of a plan: no symbol, no colour. */
export function plain(what: string, state = ''): LiveLine {
  return { symbol: '', paint: (text) => text, what, state };
}
