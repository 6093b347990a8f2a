/**
 * What a local run takes of many cases that are alike: one in so many. VOCABSYNC_MATRIX=all, as in CI, takes every one, so that
 * nothing is only ever tested in part.
 *
 * @param from which is the first; where the same cases are tried at several places, each place takes others
 */
export function oneIn<T>(stride: number, cases: readonly T[], from = 0): readonly T[] {
  return isWhole ? cases : cases.filter((_, index) => index % stride === from % stride);
}

/** Whether this run is to leave nothing out. */
export const isWhole = process.env['VOCABSYNC_MATRIX'] === 'all';

/** How many examples a property is tried with: all of them as in CI, or the first of the same. */
export const runs = (all: number): number => (isWhole ? all : Math.ceil(all / 5));
