import { normaliseText } from './normalise-text.js';

/** Byte-order marks, zero-width characters and the like: nobody sees them, and no header is meant to have them. */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const plain = /^[ -~]*$/;

/** A header as people see it. */
export function headerName(cell: string): string {
  const text = normaliseText(cell);
  return plain.test(text) ? text : normaliseText(text.replace(invisible, ''));
}

/** The one form in which two headers are compared. */
export function foldName(name: string): string {
  return headerName(name).toLowerCase();
}

/** The headers that stand in a row once and no more, folded. */
export function uniqueNames(names: readonly string[]): Set<string> {
  const seen = new Map<string, number>();
  for (const name of names) seen.set(foldName(name), (seen.get(foldName(name)) ?? 0) + 1);
  return new Set([...seen].flatMap(([name, count]) => (name !== '' && count === 1 ? [name] : [])));
}
