/** A text as lines, and where in it an offset is. */
export interface Lines {
  readonly text: readonly string[];
  /** Counted from 0, both. @param offset in UTF-16 code units */
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return { text: text.split(/\r\n|\r|\n/), at };

  function at(offset: number) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (starts[low] ?? 0) };
  }
}

/** How far a line is indented; null for one with nothing on it. */
export function indentOf(line: string): number | null {
  const at = line.search(/\S/);
  return at === -1 ? null : at;
}
