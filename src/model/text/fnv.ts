/*
 * FNV-1a in 32 bits, a character at a time: http://www.isthe.com/chongo/tech/comp/fnv/. For hashes that are compared within one
 * run, where a collision costs a look and no more.
 */

/** Where a hash begins. */
export const fnvBasis = 0x811c9dc5 | 0;

/** The hash of what was hashed so far and one more character. */
export function fnv(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
