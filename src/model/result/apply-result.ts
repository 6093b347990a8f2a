import type { VocabError } from '../errors.js';
import type { Plan, Step } from '../plan.js';

/** done: verified · failed: not in effect · skipped: not tried · unknown: perhaps in effect, somebody must look. */
export type StepStatus = 'done' | 'failed' | 'skipped' | 'unknown';

/** What became of one step of a plan. */
export interface StepResult {
  readonly step: Step;
  readonly status: StepStatus;
  /** The list that was written, where it is known. */
  readonly vocabulary_id: string | null;
  readonly request_id: string | null;
  /** Writing requests sent. */
  readonly attempts: number;
  /** Whether the account may have been changed by this step. */
  readonly wrote: boolean;
  /** Whether it may have made any of several equal lists: the answer with the id was lost. Left out: no. */
  readonly unclaimed?: boolean;
  readonly error: VocabError | null;
  /** Something worth saying of a step that was done, such as that an existing list was adopted. */
  readonly note: string | null;
}

/** What a run did, and whether the account is now as desired. */
export interface ApplyResult {
  /** The plan that was carried out. */
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
  /** A plan from a read after the last step; null when that read failed. */
  readonly final: Plan | null;
  /** Whether that read found nothing left to do and every desired list `OK`. */
  readonly converged: boolean;
  /** Whether somebody asked the run to stop before its end. */
  readonly interrupted: boolean;
  /** Why the final read failed. */
  readonly final_error: VocabError | null;
}
