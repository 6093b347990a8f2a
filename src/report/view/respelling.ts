import { diffChars } from 'diff';
import type { HotwordDiff } from '../../model/change.js';
import type { Hotword } from '../../model/hotword.js';
import { closest } from '../../model/text/closest.js';
import { printable } from '../../model/text/printable.js';

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

/** A longer text is no word, and comparing letters takes the square of their number. */
const longestRespelt = 100;

/** Pairs that are looked for at most; a list that was written anew has no respellings worth finding. */
const mostComparisons = 10_000;

/**
 * The respellings in a difference, at most one for each word. To the account they are one word less and one more; to
 * whoever reviews them, a corrected typo is a correction.
 */
export function respellings({ removed, added }: HotwordDiff): Respelling[] {
  if (removed.length * added.length > mostComparisons) return [];
  const near = added.filter(({ text }) => text.length <= longestRespelt);
  const free = new Map(near.map((word) => [word.text, word]));
  return removed.flatMap((from) => {
    if (from.text.length > longestRespelt) return [];
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

const longestShown = 200;

/** The whole text, or as much as tells it from others, and how long it is. */
export function plain(text: string): Segment[] {
  const characters = [...text];
  if (characters.length <= longestShown) return [segment(text, false)];
  return [segment(`${characters.slice(0, longestShown).join('')}… (${characters.length} characters)`, false)];
}

// Spaces, and the letters of other scripts that look like Latin ones.
const unseen = /[\s\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The code points that differ, where nobody can see how: `U+0415`; empty where everybody can. */
export function unseenDifference({ from, to }: Respelling): string {
  const differing = diffChars(from.text, to.text).filter(({ added, removed }) => added || removed);
  const characters = differing.flatMap(({ value }) => [...value]);
  const hidden = [...new Set(characters)].filter((character) => unseen.test(character));
  return hidden
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}

function segment(text: string, changed: boolean): Segment {
  return { text: printable(text), changed };
}
