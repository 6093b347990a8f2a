import { percent } from '../../../model/text/percent.js';

/*
 * How sure one can be. Twenty occurrences are few, and a share of few looks as exact as one of many; so what it may be in
 * truth stands beside it. Repeats of a clip are no further occurrences: what is hard to hear is hard each time.
 */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Within so many standard deviations lie 95 of 100. */
const z = 1.96;

/**
 * Where a share lies with 95% confidence, by Wilson's score interval, which also holds for few and for all or none.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * null: there is nothing to tell from.
 */
export function shareInterval(count: number, of: number, repeat = 1): Interval | null {
  if (of <= 0 || repeat <= 0) return null;
  const n = of / repeat;
  const share = Math.min(1, count / of);
  const center = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const spread = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At both ends the sum is exact, and numbers of a machine are not.
  return {
    low: share === 0 ? 0 : Math.max(0, center - spread),
    high: share === 1 ? 1 : Math.min(1, center + spread),
  };
}

/** From here on the interval is narrower than what a change of words is made for. */
const many = 400;

/** `39–78%`; empty where there are many, or none. */
export function sayInterval(count: number, of: number, repeat: number): string {
  const interval = of / repeat >= many ? null : shareInterval(count, of, repeat);
  return interval === null ? '' : `${percent(interval.low).slice(0, -1)}–${percent(interval.high)}`;
}

/**
 * Whether so many on the one side and so many on the other may well come of nothing but chance: the sign test, two-sided,
 * at 5%. No difference at all is no chance.
 */
export function mayBeChance(gained: number, lost: number, repeat = 1): boolean {
  const gains = Math.round(gained / repeat);
  const losses = Math.round(lost / repeat);
  if (gained === lost) return false;
  const all = gains + losses;
  // Of so many, the sum is the normal distribution to all intents, and each of its terms too small for a number.
  if (all > 1000) return Math.abs(gains - losses) < z * Math.sqrt(all);
  let chance = 2 ** -all;
  let sum = 0;
  for (let index = 0; index <= Math.min(gains, losses); index++) {
    sum += chance;
    chance = (chance * (all - index)) / (index + 1);
  }
  return 2 * sum > 0.05;
}
