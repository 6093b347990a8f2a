import type { Change } from './change.js';
import type { Plan } from './plan.js';

/**
 * How an account differs from unchanged YAML. missing: a desired list is not there · changed: its words are others ·
 * extra: a list of ours that nothing asks for · duplicate, rival: one more list of a key · not-ready: a desired list that
 * recognition ignores, because its status is not `OK`.
 */
export type DriftClass = 'missing' | 'changed' | 'extra' | 'duplicate' | 'rival' | 'not-ready';

/** One way in which a list is not as the configuration has it. */
export interface DriftItem {
  readonly class: DriftClass;
  /** The difference, in the direction of the plan that would repair it. */
  readonly change: Change;
}

/** How an account differs from its configuration. */
export interface Drift {
  /** What apply would do about it. */
  readonly plan: Plan;
  /** In the order of the plan's changes; a list that is changed and not ready is found twice. */
  readonly items: readonly DriftItem[];
  /** Lists that are kept on purpose: superseded ones, and those under `protect`. Worth a note, and no drift. */
  readonly kept: readonly Change[];
}
