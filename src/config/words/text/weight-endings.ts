/* What numbers at the end of lines are: weights, frequencies, or parts of names. */

/** A line, taken apart. */
export interface Ending {
  readonly text: string;
  readonly number: number;
}

export const nearlyAll = 0.9;
export const fewestUsual = 3;

/** Most people leave a weight as they found it. Names that end in numbers seldom share one. */
export function haveAUsualWeight(endings: readonly Ending[]): boolean {
  const counts = new Map<number, number>();
  for (const { number: weight } of endings) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= Math.max(fewestUsual, endings.length / 2);
}

const fewestOfMany = 10;

/** What has one stem is a series of names: iPhone 12, iPhone 13. A few that are there twice make none. */
export function areDifferent(endings: readonly Ending[]): boolean {
  const stems = new Set(endings.map(({ text }) => text.toLowerCase())).size;
  return stems === endings.length || (endings.length >= fewestOfMany && stems >= nearlyAll * endings.length);
}

/** No name has such a number. */
const vast = 100_000;

/**
 * Frequencies are vast, or, of ten words and more, all large or of any size and in order, the most frequent first. Names have
 * numbers of any size too, and seldom in that order.
 */
export function areFrequencies(endings: readonly Ending[]): boolean {
  const numbers = endings.map(({ number: count }) => count);
  if (numbers.length < 2 || !numbers.every(Number.isInteger)) return false;
  if (numbers.every((count) => count >= vast)) return true;
  if (numbers.length < fewestOfMany) return false;
  if (numbers.every((count) => count > 1000)) return true;
  const follows = (order: (one: number, before: number) => boolean) =>
    numbers.every((count, index) => index === 0 || order(count, numbers[index - 1] ?? count));
  if (new Set(numbers).size < fewestOfMany) return false;
  return (
    follows((one, before) => one <= before) ||
    (numbers.some((count) => count > 1000) && follows((one, before) => one >= before))
  );
}

/** FunASR's weights; names have any numbers. */
export function areUpTo100(endings: readonly Ending[]): boolean {
  return endings.every(({ number: weight }) => Number.isInteger(weight) && weight <= 100);
}

/** Weights of 1 to 100, or frequencies. */
export function areOnOneScale(endings: readonly Ending[]): boolean {
  return areUpTo100(endings) || endings.every(({ number: count }) => Number.isInteger(count) && count > 1000);
}
