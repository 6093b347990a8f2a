import type { Catalogue } from './target-models.js';

/** Below this many words a share says little: a small list has good reasons to emphasise. */
const fewestWords = 10;
/** Above this share of a list, words at the top weight push each other, and themselves into what nobody said. */
const largestShare = 1 / 5;
/** The most of the usual scale. */
const usualTop = 5;

/** The largest ordinary weight that models take; above it there is only that of super hotwords. */
export function topWeight(models: readonly string[], catalogue: Catalogue): number {
  const known = models.flatMap((name) => catalogue.get(name) ?? []);
  return Math.max(...known.map(({ weights }) => weights.max), 0) || usualTop;
}

/** The words at the top weight, where they are too many: more than a fifth of ten or more. Else none, and none where there is no other weight. */
export function tooManyAtTop<Word extends { readonly weight: number }>(
  words: readonly Word[],
  top: number,
): readonly Word[] {
  if (words.length < fewestWords || top <= 1) return [];
  const heavy = words.filter(({ weight }) => weight >= top);
  return heavy.length > words.length * largestShare ? heavy : [];
}
