const longestWord = 100;

/**
 * Finds the candidate that a misspelt word was probably meant to be; null when none is near.
 * Near: at most a third of its letters, and one in any case, inserted, deleted, replaced or swapped with a neighbour; a
 * single letter is near itself in another case, and no other. A word of a file may be of any length, and comparing takes time in proportion to it; no name of ours is that long.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestWord) return null;
  let best: string | null = null;
  const letters = [...word].length;
  let bestDistance = letters === 1 ? 1 : Math.max(1, Math.floor(letters / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `did you mean "…"?`, or null. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const match = closest(word, candidates);
  return match === null ? null : `did you mean "${match}"?`;
}

/** Optimal string alignment distance. */
function editDistance(from: string, to: string): number {
  let current = Array.from({ length: to.length + 1 }, (_, column) => column);
  let previous = current;
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next[column] = Math.min(
        at(current, column) + 1,
        at(next, column - 1) + 1,
        at(current, column - 1) + (same ? 0 : 1),
        swapped ? at(previous, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [previous, current] = [current, next];
  }
  return at(current, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
