import { type Check, type CheckStatus, checkStatuses } from './check.js';

/** What an examination of an account, a configuration and perhaps source code has found. */
export interface Checkup {
  /** The base URL, or `emulator`; null where it is not even known where to ask. */
  readonly endpoint: string | null;
  /** In the order in which they were examined. */
  readonly checks: readonly Check[];
}

export type CheckCounts = Readonly<Record<CheckStatus, number>>;

export function countChecks(checks: readonly Pick<Check, 'status'>[]): CheckCounts {
  const counts = { fail: 0, warn: 0, skipped: 0, ok: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}

/** Puts what needs somebody first; within a status the order stays. */
export function worstFirst<T extends Pick<Check, 'status'>>(checks: readonly T[]): T[] {
  return checkStatuses.flatMap((status) => checks.filter((check) => check.status === status));
}
