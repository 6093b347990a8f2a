import { type Change, sameKey } from '../model/change.js';
import type { Drift, DriftClass, DriftItem } from '../model/drift.js';
import { isReady } from '../model/observed.js';
import type { Plan } from '../model/plan.js';

/** What in the account is not as the configuration wants it, told from the plan that would put it right. */
export function findDrift(plan: Plan): Drift {
  const items = plan.changes.flatMap((change) =>
    classesOf(change, plan).map((found): DriftItem => ({ class: found, change })),
  );
  return {
    plan,
    items,
    kept: plan.changes.filter((change) => isStray(change) && isKeptOnPurpose(change)),
  };
}

function classesOf(change: Change, plan: Plan): DriftClass[] {
  return isStray(change) ? strayClasses(change, plan) : desiredClasses(change, plan);
}

function desiredClasses({ action, before, address }: Change, { blocked }: Plan): DriftClass[] {
  if (before === null) return ['missing'];
  // Some list of the key is there, only not the one that the vocabulary is pinned to.
  const unpinned = blocked.some((block) => block.rule === 'pinned-list-missing' && block.address === address);
  return [
    ...(unpinned ? (['missing'] as const) : []),
    ...(action === 'update' ? (['changed'] as const) : []),
    ...(isReady(before) ? [] : (['not-ready'] as const)),
  ];
}

function strayClasses(stray: Change, { changes }: Plan): DriftClass[] {
  if (isKeptOnPurpose(stray)) return [];
  if (stray.reason === 'rival') return ['rival'];
  if (stray.reason === 'removed') return ['extra'];
  const isDouble = changes.some((change) => !isStray(change) && sameKey(change, stray));
  return [isDouble ? 'duplicate' : 'extra'];
}

/** Consumers may still use a superseded list, and `protect` says that a list stays. */
function isKeptOnPurpose({ action, reason, replaced_by }: Change): boolean {
  return action === 'keep' && (replaced_by !== null || reason === 'protected');
}

/** Whether no vocabulary asks for the list. */
function isStray({ after }: Change): boolean {
  return after === null;
}
