import fc from 'fast-check';
import { vi } from 'vitest';

/*
 * Every run tries the same examples, so that a red build is the change's fault. Others are tried by hand:
 * `VOCABSYNC_SEED=7 VOCABSYNC_RUNS=5000 npx vitest run test/properties`.
 */
const seed = numberIn('VOCABSYNC_SEED', 20_261_101);
const numRuns = numberIn('VOCABSYNC_RUNS', 15);

// Enough for as many runs as were asked for, and for those that shrink a failure.
vi.setConfig({ testTimeout: 60_000 + numRuns * 200 });

/** Fails with the smallest counterexample when the predicate throws for any value. */
export function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  predicate: (value: T) => void | Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(arbitrary, async (value) => predicate(value));
  return fc.assert(property, { seed, numRuns });
}

function numberIn(variable: string, otherwise: number): number {
  const value = Number(process.env[variable] ?? otherwise);
  if (!Number.isSafeInteger(value)) throw new TypeError(`${variable} must be an integer`);
  return value;
}
