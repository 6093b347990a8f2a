/** The last of many, in the order they came, and how many there were. */
export interface Remembered<T> {
  readonly last: readonly T[];
  readonly count: () => number;
  readonly add: (item: T) => void;
}

/** A long-lived server forgets what is older than the last `most`. */
export function remember<T>(most: number): Remembered<T> {
  const last: T[] = [];
  let count = 0;
  return {
    last,
    count: () => count,
    add(item) {
      last.push(item);
      count += 1;
      if (last.length > most) last.shift();
    },
  };
}
