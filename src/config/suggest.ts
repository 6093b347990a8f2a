import { didYouMean } from '../model/closest.js';

/** Longer than any word of ours; comparing takes time in proportion to the length. */
const maxLength = 64;

/** `did you mean "…"?`, or null, for a word out of a file, which may be of any length. */
export function suggest(word: string, known: readonly string[]): string | null {
  return word.length > maxLength ? null : didYouMean(word, known);
}
