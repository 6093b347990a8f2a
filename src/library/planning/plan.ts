import type { BackedUpList } from '../../model/observed.js';
import { noShaping, type Plan, requireAllowances, type Shaping } from '../../model/plan.js';
import {
  type PlanOptions,
  planRestore as planBackups,
  plan as planDesired,
  type Session,
} from '../../pipelines/reconcile.js';
import { given, requireArray } from '../from-callers.js';
import type { Usable } from '../require-usable.js';

/** What shapes a plan, and what it may do beyond its guards. Nothing unless given. */
export interface PlanningOptions {
  /** The flags `--retire` and `--delete-first`. They are part of what is approved, as they change the writes. */
  readonly shaping?: Partial<Shaping> | undefined;
  /** What `--allow` takes: `max-deletes`, `hotword-loss=ADDRESS`, `drop-fields=ADDRESS`. */
  readonly allow?: readonly string[] | undefined;
}

/** Puts the defaults in. */
export function planOptionsOf({ shaping = {}, allow = [] }: PlanningOptions): PlanOptions {
  requireArray('allow', allow);
  return { shaping: { ...noShaping, ...given(shaping) }, allow: requireAllowances(allow) };
}

/** How the look is planned that ends a run: what `retire` would delete by then is for the next run, and not left undone. */
export function lastLook({ allow }: PlanOptions): PlanOptions {
  return { shaping: noShaping, allow };
}

/**
 * Reads the whole account and says what apply would do, with everything that was found in the configuration. Changes
 * nothing. What holds the plan back is in its `blocked`.
 * @throws VocabError when the account cannot be read: `unauthenticated`, `forbidden`, `throttled`, `unavailable`,
 *   `bad-response`, `listing-incomplete`
 */
export async function plan(checked: Usable, account: Session, options: PlanningOptions = {}): Promise<Plan> {
  const fresh = await planDesired(checked.desired, account, planOptionsOf(options));
  return { ...fresh, diagnostics: [...checked.diagnostics, ...fresh.diagnostics] };
}

/**
 * Says how lists of a backup come back; touches no other. Whoever applies it gives the same backups to `apply`.
 * @throws VocabError as `plan` does
 */
export async function planRestore(
  { backups, checked }: { readonly backups: readonly BackedUpList[]; readonly checked: Usable },
  account: Session,
  options: Pick<PlanningOptions, 'allow'> = {},
): Promise<Plan> {
  return planBackups({ backups, desired: checked.desired }, account, planOptionsOf(options));
}
