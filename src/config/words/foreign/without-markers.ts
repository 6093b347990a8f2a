import type { ForeignWord } from '../../../model/config.js';
import { withoutMarker } from '../text/list-marker.js';

/** The share of the words that must have a bullet or a number in front of them for it to be none of a word's own. */
export const mostMarked = 0.6;

/** The words of cells and of items, without the bullets and numbers that most of them were written with. */
export function withoutMarkers(words: readonly ForeignWord[]): {
  readonly words: readonly ForeignWord[];
  readonly remarks: readonly string[];
} {
  const bare = words.map((word) => ({ ...word, text: withoutMarker(word.text) }));
  const marked = bare.filter(({ text }, index) => text !== words[index]?.text).length;
  // Words that differ in their numbers only, `1. Liga` and `2. Liga`, would become one.
  const wouldMerge = kinds(bare) < kinds(words);
  if (words.length < 2 || marked < mostMarked * words.length || wouldMerge) return { words, remarks: [] };
  const amount = marked === 1 ? '1 word' : `${marked} words`;
  return { words: bare, remarks: [`the bullets or numbers in front of ${amount} were taken off`] };
}

function kinds(words: readonly ForeignWord[]): number {
  return new Set(words.map(({ text }) => text)).size;
}
