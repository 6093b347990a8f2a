/** A word in a text: from unit `start` to unit `end`, exclusive. */
export interface Occurrence {
  /** The place of the word among those that are looked for. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

export type Finder = (units: readonly string[]) => readonly Occurrence[];

/** Units that words begin with, and what may follow. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** The word that ends here; -1: none. */
  word: number;
}

/**
 * Looks for words in texts, both in units: from left to right, the longest at each place, none over another. Units of letters
 * are whole words, so that `art` is not found in `party`. A word without units is nowhere; of equal words the first is found.
 */
export function createFinder(words: readonly (readonly string[])[]): Finder {
  const root: Branch = { next: new Map(), word: -1 };
  words.forEach((units, word) => {
    if (units.length > 0) plant(root, units, word);
  });
  return (units) => {
    const found: Occurrence[] = [];
    let start = 0;
    while (start < units.length) {
      const longest = longestAt(root, units, start);
      if (longest !== null) found.push(longest);
      start = longest?.end ?? start + 1;
    }
    return found;
  };
}

function plant(root: Branch, units: readonly string[], word: number): void {
  let branch = root;
  for (const unit of units) {
    const known = branch.next.get(unit);
    const next = known ?? { next: new Map<string, Branch>(), word: -1 };
    if (known === undefined) branch.next.set(unit, next);
    branch = next;
  }
  if (branch.word < 0) branch.word = word;
}

function longestAt(root: Branch, units: readonly string[], start: number): Occurrence | null {
  let longest: Occurrence | null = null;
  let branch = root.next.get(units[start] ?? '');
  for (let end = start + 1; branch !== undefined; end++) {
    if (branch.word >= 0) longest = { word: branch.word, start, end };
    branch = end < units.length ? branch.next.get(units[end] ?? '') : undefined;
  }
  return longest;
}
