import { type ListKey, sameKey } from '../change.js';
import { type Desired, type DesiredList, inNamespace } from '../desired.js';

/** How lists stand in the account, as far as it is known, and what becomes of one whose vocabulary goes. */
export interface Standing {
  /** It is protected: it keeps its slot whatever becomes of its vocabulary. */
  readonly isKept: (list: DesiredList) => boolean;
  /** It may be there. */
  readonly isMade: (list: DesiredList) => boolean;
  /** It is there, and would keep its slot: nobody prunes it. */
  readonly stays: (list: DesiredList) => boolean;
  /** Others have its prefix, wanted or there. */
  readonly isShared: (list: DesiredList) => boolean;
}

export interface StandingOptions {
  /** The lists of the account that are ours; left out: nobody has looked at it. */
  readonly held?: readonly ListKey[];
}

export function standingOf(
  { policy, lists }: Pick<Desired, 'policy' | 'lists'>,
  { held }: StandingOptions,
): Standing {
  const isMade = (list: DesiredList) => held === undefined || held.some((one) => sameKey(one, list));
  // Where a vocabulary goes on with other models, its list is superseded, and no orphan.
  const isPruned = (list: DesiredList) =>
    policy.prune && inNamespace(list.prefix, policy) && !areSeveral(list, lists);
  return {
    isKept: ({ prefix }) => policy.protect.includes(prefix),
    isMade,
    stays: (list) => held !== undefined && isMade(list) && !isPruned(list),
    isShared: (list) => areSeveral(list, lists) || areSeveral(list, held ?? []),
  };
}

function areSeveral({ prefix }: DesiredList, lists: readonly ListKey[]): boolean {
  return lists.filter((one) => one.prefix === prefix).length > 1;
}

/** The one of several that should be left: what cannot go, then what nobody would delete, then what is there. */
export function toKeep(lists: readonly [DesiredList, ...DesiredList[]], standing: Standing): DesiredList {
  const { isKept, stays, isMade } = standing;
  return lists.find(isKept) ?? lists.find(stays) ?? lists.find(isMade) ?? lists[0];
}
