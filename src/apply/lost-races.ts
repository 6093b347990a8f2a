import { type Change, sameKey } from '../model/change.js';
import { isReady, type ObservedList } from '../model/observed.js';
import type { Plan, Step, StepOp } from '../model/plan.js';
import type { StepResult } from '../model/result/apply-result.js';

/*
 * Two runs can both look, both see nothing, and both create. Each then finds two equal lists, and both must keep the
 * same one without a word between them. The rule of binding decides, which both read from the account: the older list,
 * or of two of the same second the one with the smaller id. The run whose own list lost deletes it, and the other has
 * nothing to do.
 *
 * That is only safe when what a run sees cannot be overtaken. A list that shows up after its last look must lose, so
 * before that look a run lets the second pass in which its own lists were made: whatever is made afterwards is younger.
 * And an `OK` list binds before any other, so a run does not decide while one of the two is still being deployed.
 */

/** How long after a create the account is read for the last time, in milliseconds: the vendor's times are in seconds. */
export const settlingTime = 1000;

/** What a run has written, by ids. */
export interface Written {
  /** Lists that came into being. */
  readonly made: ReadonlySet<string>;
  /** Lists that went. */
  readonly gone: ReadonlySet<string>;
  /** Creates of which the answer was lost: their lists may be any of several equal ones. */
  readonly unclaimed: readonly Change[];
}

export function writtenIn(steps: readonly StepResult[]): Written {
  const written = steps.filter(({ wrote }) => wrote);
  const idsOf = (op: StepOp) =>
    new Set(written.filter(({ step }) => step.op === op).flatMap(({ vocabulary_id }) => vocabulary_id ?? []));
  const unclaimed = written.filter((result) => result.unclaimed === true).map(({ step }) => step.change);
  return { made: idsOf('create'), gone: idsOf('delete'), unclaimed };
}

/**
 * The lists that this run has made, and those that it may have: where nobody can tell which of several equal lists of a key is
 * its own, each that the plan did not know counts. That harms nobody, since of equal lists the bound one stays.
 */
export function perhapsMade(
  { made, unclaimed }: Written,
  final: Plan,
  known_ids: readonly string[],
): ReadonlySet<string> {
  const ofKeys = final.changes.filter((change) => unclaimed.some((one) => sameKey(one, change)));
  const ids = new Set(listsOf(ofKeys).map(({ vocabulary_id }) => vocabulary_id));
  for (const id of known_ids) ids.delete(id);
  return new Set([...made, ...ids]);
}

/** Lists made in this run whose race is not decided yet, because one of the two is not `OK`. */
export function openRaces({ changes }: Plan, made: ReadonlySet<string>): Change[] {
  return changes.filter(isDuplicate).filter((change) => {
    const racing = listsOf(changes.filter((other) => sameKey(other, change)));
    return isAnyOf(racing, made) && !racing.every(isReady);
  });
}

/** Deletes of the lists that were made in this run and lost: as steps that run while the winner is `OK`. */
export function lostRaces({ changes, quota }: Plan, made: ReadonlySet<string>): Step[] {
  const lost = changes.filter(isDuplicate).filter((change) => isAnyOf(listsOf([change]), made));
  return lost.map((change, index) => ({
    id: `race-${index + 1}`,
    op: 'delete',
    change: { ...change, action: 'delete', reason: 'duplicate' },
    after: [],
    slots_after: quota.in_use - index - 1,
    not_before: null,
    replacements: listsOf(changes.filter((other) => other.after !== null && sameKey(other, change))),
  }));
}

function listsOf(changes: readonly Change[]): ObservedList[] {
  return changes.flatMap(({ before }) => before ?? []);
}

function isAnyOf(lists: readonly ObservedList[], made: ReadonlySet<string>): boolean {
  return lists.some(({ vocabulary_id }) => made.has(vocabulary_id));
}

function isDuplicate({ reason }: Change): boolean {
  return reason === 'duplicate' || reason === 'replacement_not_ready';
}
