import { eastAsianWidth } from 'get-east-asian-width';

/** Padded on the right to a number of terminal columns; a CJK character takes two. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Terminal columns: two for a wide character, none for one that is drawn onto its neighbour. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!combining.test(character)) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

const combining = /^\p{M}$/u;

/** The widest text's columns, at most `limit`. */
export function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(0, ...texts.map(columnsOf)));
}

/** `1 list`, `2 lists`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

const mostNames = 15;

/** The first of many names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

/** `3 min 20 s`, rounded up. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
