import { type Desired, type DesiredList, inNamespace } from '../desired.js';

/** How lists stand in the account, as far as it is known, and what becomes of one whose vocabulary goes. */
export interface Standing {
  /** It is protected: it keeps its slot whatever becomes of its vocabulary. */
  readonly isKept: (list: DesiredList) => boolean;
  /** It may be there. */
  readonly isMade: (list: DesiredList) => boolean;
  /** It is there, and would keep its slot: nobody prunes it. */
  readonly stays: (list: DesiredList) => boolean;
}

/** @param unmade names of vocabularies of which the account holds no list; undefined: nobody has looked at it */
export function standingOf(
  { policy }: Pick<Desired, 'policy'>,
  { unmade }: { readonly unmade?: ReadonlySet<string> },
): Standing {
  const isMade = ({ name }: DesiredList) => unmade?.has(name) !== true;
  return {
    isKept: ({ prefix }) => policy.protect.includes(prefix),
    isMade,
    stays: (list) =>
      unmade !== undefined && isMade(list) && !(policy.prune && inNamespace(list.prefix, policy)),
  };
}

/** The one of several that should be left: what cannot go, then what nobody would delete, then what is there. */
export function toKeep(lists: readonly [DesiredList, ...DesiredList[]], standing: Standing): DesiredList {
  const { isKept, stays, isMade } = standing;
  return lists.find(isKept) ?? lists.find(stays) ?? lists.find(isMade) ?? lists[0];
}
