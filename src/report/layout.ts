import stringWidth from 'string-width';

/** Padded on the right to a number of terminal columns; a CJK character takes two. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** The widest text's columns, at most `limit`. */
export function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(0, ...texts.map(columnsOf)));
}

/** `1 list`, `2 lists`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
