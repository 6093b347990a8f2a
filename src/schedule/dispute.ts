import { type Change, sameKey } from '../model/change.js';
import type { Policy } from '../model/desired.js';
import { nameOf } from '../model/observed.js';
import type { Ownership } from '../model/ownership.js';
import type { Blocked } from '../model/plan.js';

/** What no flag lifts: somebody must say in a file whose list it is. */
export function dispute(
  changes: readonly Change[],
  missing: Ownership['missing_pins'],
  { protect }: Pick<Policy, 'protect'>,
): Blocked[] {
  return [
    ...changes
      .filter(isDisputed)
      .map((rival) => rivalry(rival, boundOf(rival, changes), protect.includes(rival.prefix))),
    ...missing.map((pin) => missingPin(pin, changes)),
  ];
}

/** A pin settles whose the list is, and the rival is then only reported; but only one list of a key can be pinned. */
function isDisputed(rival: Change, _index: number, changes: readonly Change[]): boolean {
  if (rival.reason !== 'rival') return false;
  const bound = boundOf(rival, changes);
  return isPinned(rival, bound) || !isPinned(bound, bound);
}

function isPinned(list: Change | undefined, bound: Change | undefined): boolean {
  return bound?.after?.vocabulary_ids.includes(list?.before?.vocabulary_id ?? '') ?? false;
}

function boundOf(rival: Change, changes: readonly Change[]): Change | undefined {
  return changes.find((change) => change.after !== null && sameKey(change, rival));
}

function rivalry(rival: Change, bound: Change | undefined, isProtected: boolean): Blocked {
  const address = bound?.address ?? rival.address;
  const id = rival.before && nameOf(rival.before);
  if (isPinned(rival, bound)) {
    return {
      rule: 'rival',
      address,
      message: `${address} is pinned to ${bound?.before && nameOf(bound.before)} and to ${id}, and can be bound to one of them`,
      hints: ['leave one of the two under `vocabulary_id`'],
    };
  }
  return {
    rule: 'rival',
    address,
    message: `${id} has the prefix and the model of ${address} and other words: it may be somebody else's`,
    hints: [
      isProtected
        ? ofProtected
        : 'name the id under `removed` if it shall go, or pin the vocabulary to its own list with `vocabulary_id`',
    ],
  };
}

const ofProtected =
  'pin the vocabulary to its own list with `vocabulary_id`; its prefix is under `protect`, so no list of it may be named under `removed`';

function missingPin(
  { vocabulary_id, address }: Ownership['missing_pins'][number],
  changes: readonly Change[],
): Blocked {
  const other = changes.find((change) => change.after?.address === address)?.before ?? null;
  return {
    rule: 'pinned-list-missing',
    address,
    message: `${address} is pinned to ${vocabulary_id}, which the account does not hold with that prefix and a model of the vocabulary`,
    hints: [
      other === null
        ? 'remove the `vocabulary_id` line to have a new list made, or correct the id'
        : `correct the id; without the \`vocabulary_id\` line, ${nameOf(other)} of the same prefix and model is taken over and gets the words of the configuration: look whose it is first`,
    ],
  };
}
