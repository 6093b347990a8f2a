/** Draws that are the same for the same seed. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from 0, less than `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Whether what happens with this probability does. */
  readonly is: (probability: number) => boolean;
}

export function chanceOf(seed: number): Chance {
  const next = generator(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    is: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new RangeError('there is nothing to pick from');
      return from[below(from.length)] as T;
    },
  };
}

/** A counter whose bits are stirred: neighbouring seeds have nothing in common. */
function generator(seed: number): () => number {
  let count = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    count = (count + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(count ^ (count >>> 15), count | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
