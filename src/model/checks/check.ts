import type { Location } from '../diagnostic.js';

/** fail: recognition does without the words, or will · warn: somebody should look · skipped: it could not be examined. */
export const checkStatuses = ['fail', 'warn', 'skipped', 'ok'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** A fact that was seen, in a line for people, with what programs may want of it. */
export interface Evidence {
  readonly text: string;
  /** The list that it is about. */
  readonly vocabulary_id?: string;
  readonly location?: Location;
}

/** One thing that was examined. An id is there once for everything that is well, and once for each thing that is not. */
export interface Check {
  /** A stable id in kebab-case, listed in docs/doctor.md. */
  readonly id: string;
  readonly status: CheckStatus;
  /** What was found, with the values that make it so. */
  readonly message: string;
  /** The next step, as an instruction; null where there is nothing to do. */
  readonly hint: string | null;
  readonly evidence: readonly Evidence[];
}
