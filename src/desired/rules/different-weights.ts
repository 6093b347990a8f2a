import type { Hotword } from '../../model/hotword.js';
import { andMore } from '../../model/text/and-more.js';

type Weighed = Pick<Hotword, 'text' | 'weight'>;

const mostNamed = 3;

/** `2 words different weights: "a" (4, here 5), "b" (3, here 4)`; here is where the other one of a pair is written. */
export function differentWeights(
  pairs: readonly { readonly one: Weighed; readonly other: Weighed }[],
): string {
  const named = andMore(
    pairs,
    mostNamed,
    ({ one, other }) => `"${one.text}" (${one.weight}, here ${other.weight})`,
  );
  return `${pairs.length === 1 ? 'a word' : `${pairs.length} words`} different weights: ${named}`;
}
