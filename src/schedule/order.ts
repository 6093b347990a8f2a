import { type Action, type Change, type Reason, sameKey, takesOver } from '../model/change.js';
import { sameHotwords } from '../model/hotword.js';
import type { ReadyList, Step, StepOp } from '../model/plan.js';

/*
 * In which order the writes run. Only a create needs a slot, and the account is often full, so deletes must sometimes
 * make room first; but a delete cannot be taken back, so each runs as late as it can.
 *
 *   1. Creates, by address. A create for which no slot is free is preceded by a delete, and waits for it.
 *   2. Updates.
 *   3. The deletes nobody waited for.
 *
 * The delete to make room is the one that loses least: a duplicate, then what `removed` names, an orphan, a retired list,
 * and last a list that is removed to be made anew. With `delete_first` also the list that the create replaces:
 * recognition is then without words until the new list is made and the consumers know it, which is why it takes a flag.
 *
 * A list that others take the place of goes only while those are `OK`. If one of them is written in the same run, the
 * delete waits for that, and an update is then done ahead of its turn. Only a duplicate of the words that the update
 * overwrites goes first: to whoever plans after the update and before the delete it would be a rival.
 *
 * Steps without a word about each other in `after` may run side by side. The count of slots holds for every order in
 * which they can finish: a create uses a slot that was free at the start or the one its own delete left.
 */

export interface OrderInput {
  readonly changes: readonly Change[];
  /** Slots taken now, by whomever. */
  readonly in_use: number;
  readonly limit: number;
  readonly delete_first: boolean;
  /** Prefixes whose lists are never deleted. */
  readonly protect: readonly string[];
  /** When a list may be updated, epoch milliseconds; null: at once. */
  readonly notBefore: (change: Change) => number | null;
}

export interface Order {
  readonly steps: readonly Step[];
  /** All changes, with those marked for deletion that `delete_first` had to let go. */
  readonly changes: readonly Change[];
  /** Creates for which no slot can be had. */
  readonly without_slot: readonly Change[];
  readonly peak: number;
}

export function order(input: OrderInput): Order {
  const draft: Draft = {
    input,
    duplicates: input.changes.filter(isDuplicateThatGoes),
    steps: [],
    stepOf: new Map(),
    madeToGo: new Map(),
    withoutSlot: [],
    taken: input.in_use,
    peak: input.in_use,
  };
  for (const change of withAction(input.changes, 'create')) placeCreate(draft, change);
  for (const change of withAction(input.changes, 'update')) placeOnce(draft, change);
  for (const change of deletesByLoss(input.changes)) placeOnce(draft, change);
  return {
    steps: draft.steps,
    changes: input.changes.map((change) => draft.madeToGo.get(change) ?? change),
    without_slot: draft.withoutSlot,
    peak: draft.peak,
  };
}

/** Steps in the making. */
interface Draft {
  readonly input: OrderInput;
  /** Those that are deleted: few, where each update looks for its own. */
  readonly duplicates: readonly Change[];
  readonly steps: Step[];
  readonly stepOf: Map<Change, Step>;
  /** Kept lists that had to be marked for deletion, by what they were. */
  readonly madeToGo: Map<Change, Change>;
  readonly withoutSlot: Change[];
  taken: number;
  peak: number;
}

/** Makes room until there is some: an account may hold more lists than its quota says. */
function placeCreate(draft: Draft, change: Change): void {
  const room: string[] = [];
  while (draft.taken >= draft.input.limit) {
    const made = makeRoom(draft, change);
    if (made === null) {
      draft.withoutSlot.push(change);
      return;
    }
    room.push(made.id);
  }
  place(draft, change, room);
}

/** The step of a change that needs no slot; a second call changes nothing. */
function placeOnce(draft: Draft, change: Change): Step {
  return draft.stepOf.get(change) ?? place(draft, change, writesBefore(draft, change));
}

function makeRoom(draft: Draft, creation: Change): Step | null {
  const spare = deletesByLoss(draft.input.changes).find((change) => !draft.stepOf.has(change));
  if (spare !== undefined) return placeOnce(draft, spare);
  const replaced = draft.input.delete_first ? replacedBy(draft, creation) : undefined;
  if (replaced === undefined) return null;
  const going = letGo(replaced);
  draft.madeToGo.set(replaced, going);
  return placeOnce(draft, going);
}

function replacedBy({ input, madeToGo }: Draft, creation: Change): Change | undefined {
  return input.changes.find(
    (change) =>
      takesOver(creation, change) && !input.protect.includes(change.prefix) && !madeToGo.has(change),
  );
}

function letGo(change: Change): Change {
  const hotwords = { added: [], removed: change.before?.hotwords ?? [], changed: [], unchanged: 0 };
  return { ...change, action: 'delete', reason: 'delete_first', hotwords };
}

/** Ids of the writes that come first; updates and outdated duplicates are put in front if they have no place yet. */
function writesBefore(draft: Draft, change: Change): string[] {
  const { changes } = draft.input;
  const replacements = replacementsOf(change, changes).filter(
    (replacement) => !isOutdated(change, replacement),
  );
  const duplicates = draft.duplicates.filter((duplicate) => isOutdated(duplicate, change));
  for (const write of [...withAction(replacements, 'update'), ...duplicates]) placeOnce(draft, write);
  const first = [
    ...replacements,
    ...(change.action === 'delete' ? madeAnew(change, changes) : []),
    ...duplicates,
  ];
  return first.flatMap((write) => draft.stepOf.get(write)?.id ?? []);
}

/** Whether a duplicate goes that has the words which the update overwrites, not those which it brings. */
function isOutdated(duplicate: Change, update: Change): boolean {
  if (!isDuplicateThatGoes(duplicate) || update.action !== 'update') return false;
  return (
    sameKey(duplicate, update) &&
    !sameHotwords(duplicate.before?.hotwords ?? [], update.after?.hotwords ?? [])
  );
}

function isDuplicateThatGoes({ action, reason }: Change): boolean {
  return action === 'delete' && reason === 'duplicate';
}

function place(draft: Draft, change: Change, after: readonly string[]): Step {
  const op = change.action as StepOp;
  draft.taken += slotsOf[op];
  draft.peak = Math.max(draft.peak, draft.taken);
  const step: Step = {
    id: String(draft.steps.length + 1),
    op,
    change,
    after,
    slots_after: draft.taken,
    not_before: op === 'update' ? draft.input.notBefore(change) : null,
    replacements: replacementsOf(change, draft.input.changes).flatMap((replacement) =>
      asNeeded(replacement, change),
    ),
  };
  draft.steps.push(step);
  draft.stepOf.set(change, step);
  return step;
}

const slotsOf: Readonly<Record<StepOp, number>> = { create: 1, update: 0, delete: -1 };

/** The lists that must be `OK` when this one is deleted; none of one that is written, or goes before they are made. */
function replacementsOf({ replacements, reason }: Change, changes: readonly Change[]): Change[] {
  if (replacements.length === 0 || reason === 'delete_first') return [];
  return changes.filter(({ after, address }) => after !== null && replacements.includes(address));
}

/** With the words they have by then. */
function asNeeded(replacement: Change, going: Change): ReadyList[] {
  const { action, before, after } = replacement;
  if (before === null || after === null) return [];
  const { hotwords } = action === 'update' && !isOutdated(going, replacement) ? after : before;
  return [{ vocabulary_id: before.vocabulary_id, hotwords }];
}

/** The create that puts a new list where this one was: somebody removed it to have it made again. */
function madeAnew(going: Change, changes: readonly Change[]): Change[] {
  return withAction(changes, 'create').filter((creation) => sameKey(creation, going));
}

const lossOrder: readonly Reason[] = ['duplicate', 'removed', 'orphan', 'superseded'];

function deletesByLoss(changes: readonly Change[]): Change[] {
  const lossOf = (change: Change) =>
    madeAnew(change, changes).length > 0 ? lossOrder.length : lossOrder.indexOf(change.reason);
  return withAction(changes, 'delete').sort((left, right) => lossOf(left) - lossOf(right));
}

function withAction(changes: readonly Change[], action: Action): Change[] {
  return changes.filter((change) => change.action === action);
}
