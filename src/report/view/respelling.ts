import { diffChars } from 'diff';
import type { HotwordDiff } from '../../model/change.js';
import { closest } from '../../model/closest.js';
import type { Hotword } from '../../model/hotword.js';
import { printable } from '../escape.js';

/** A run of letters, safe to print, and whether the other spelling lacks it. */
export interface Segment {
  readonly text: string;
  readonly changed: boolean;
}

/** A word that went and one that came which look like two spellings of one. */
export interface Respelling {
  readonly from: Hotword;
  readonly to: Hotword;
}

/** Pairs that are looked for at most; a list that was written anew has no respellings worth finding. */
const mostComparisons = 10_000;

/**
 * The respellings in a difference, at most one for each word. To the account they are one word less and one more; to
 * whoever reviews them, a corrected typo is a correction.
 */
export function respellings({ removed, added }: HotwordDiff): Respelling[] {
  if (removed.length * added.length > mostComparisons) return [];
  const free = new Map(added.map((word) => [word.text, word]));
  return removed.flatMap((from) => {
    const match = closest(from.text, free.keys());
    const to = match === null ? undefined : free.get(match);
    if (match === null || to === undefined) return [];
    free.delete(match);
    return { from, to };
  });
}

/** Both spellings cut where they differ. */
export function spell({ from, to }: Respelling): { readonly from: Segment[]; readonly to: Segment[] } {
  const parts = diffChars(from.text, to.text);
  const fromParts = parts.filter(({ added }) => !added).map(({ value, removed }) => segment(value, removed));
  const toParts = parts.filter(({ removed }) => !removed).map(({ value, added }) => segment(value, added));
  return { from: unlessTorn(from.text, fromParts), to: unlessTorn(to.text, toParts) };
}

/** What must not be printed may only show in the whole; then the text stays whole. */
function unlessTorn(text: string, segments: Segment[]): Segment[] {
  const pieces = segments.map((piece) => piece.text).join('');
  return pieces === printable(text) ? segments : plain(text);
}

export function plain(text: string): Segment[] {
  return [segment(text, false)];
}

function segment(text: string, changed: boolean): Segment {
  return { text: printable(text), changed };
}
