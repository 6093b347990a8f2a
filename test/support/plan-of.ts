import { decideChanges } from '../../src/diff/changes.js';
import { instantChanges } from '../../src/diff/instant-changes.js';
import { movedConsumers } from '../../src/diff/moved-consumers.js';
import { classify } from '../../src/diff/ownership.js';
import type { Comparison } from '../../src/model/comparison.js';
import type { Desired } from '../../src/model/desired.js';
import type { Account } from '../../src/model/observed.js';
import type { Allowance, Plan, Shaping } from '../../src/model/plan.js';
import { planBetween } from '../../src/pipelines/compare.js';
import { schedule } from '../../src/schedule/schedule.js';
import { noShaping } from './build.js';

export interface Circumstances {
  readonly shaping?: Partial<Shaping>;
  readonly allow?: readonly Allowance[];
  readonly server_time?: number | null;
  readonly endpoint?: string;
  readonly workspace?: string;
  /** Instant vocabularies whose words no published file has. */
  readonly unpublished?: ReadonlySet<string>;
}

/** The plan of the pure stages for a desired state and an account. */
export function planOf(wanted: Desired, state: Account, circumstances: Circumstances = {}): Plan {
  const shaping = { ...noShaping, ...circumstances.shaping };
  const ownership = classify(wanted, state);
  const { unpublished = new Set<string>() } = circumstances;
  const changes = decideChanges(wanted, ownership, { ...shaping, unpublished });
  const { server_time = state.server_time, endpoint = 'emulator', workspace = null } = circumstances;
  const identity = { endpoint, workspace, name: 'production', api_key_env: 'DASHSCOPE_API_KEY' };
  return schedule(
    {
      account: identity,
      desired: wanted,
      ownership,
      changes,
      instant: instantChanges(wanted, changes),
      server_time,
    },
    { shaping, allow: circumstances.allow ?? [] },
  );
}

/** What the pure stages say of a change from one desired state to another. */
export function comparisonOf(base: Desired, head: Desired): Comparison {
  return {
    plan: planBetween(base, head),
    moved: movedConsumers(base, head),
    slots: { before: base.lists.length, after: head.lists.length },
    base: 'origin/main (1a2b3c4)',
    settings: [],
    move: null,
  };
}
