import type { ForeignWord } from '../../../model/config.js';
import { withoutMarker } from '../text/list-marker.js';

/** The share of the words that must have a bullet or a number in front of them for it to be none of a word's own. */
const most = 0.6;

/**
 * How many words have a bullet or a number in front of them that was for the eye; 0 where it belongs to them, as it does where
 * words differ in their numbers only: `1. Liga` and `2. Liga` would become one.
 * @param bare the same words without what is in front of them
 */
export function countMarked(words: readonly string[], bare: readonly string[]): number {
  const marked = bare.filter((text, index) => text !== words[index]).length;
  const wouldMerge = new Set(bare).size < new Set(words).size;
  return words.length > 1 && marked >= most * words.length && !wouldMerge ? marked : 0;
}

/** The words of cells and of items, without the bullets and numbers that most of them were written with. */
export function withoutMarkers(words: readonly ForeignWord[]): {
  readonly words: readonly ForeignWord[];
  readonly remarks: readonly string[];
} {
  const texts = words.map(({ text }) => text);
  const bare = texts.map(withoutMarker);
  const marked = countMarked(texts, bare);
  if (marked === 0) return { words, remarks: [] };
  return {
    words: words.map((word, index) => ({ ...word, text: bare[index] ?? word.text })),
    remarks: [
      `the bullets or numbers in front of ${marked === 1 ? '1 word' : `${marked} words`} were taken off`,
    ],
  };
}
