/**
 * What a local run takes of many cases that are alike: one in so many. VOCABSYNC_MATRIX=all, as in CI, takes every one, so that
 * nothing is only ever tested in part.
 */
export function oneIn<T>(stride: number, cases: readonly T[]): readonly T[] {
  return isWhole ? cases : cases.filter((_, index) => index % stride === 0);
}

/** Whether this run is to leave nothing out. */
export const isWhole = process.env['VOCABSYNC_MATRIX'] === 'all';
