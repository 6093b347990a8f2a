/** Code unit order: the same on every machine, unlike the order of a locale. */
export function compareText(left: string, right: string): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
