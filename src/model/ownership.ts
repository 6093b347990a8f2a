import type { DesiredList } from './desired.js';
import type { InstantWords } from './instant/instant-words.js';
import { isReady, type ListedList, type ObservedList } from './observed.js';
import { compareText } from './text/compare.js';

/**
 * bound: carries a desired list · duplicate: one more with the same words · rival: one more with other words ·
 * superseded: of a vocabulary that has moved to another model or prefix · removed: named under `removed` ·
 * orphan: inside the namespace, no vocabulary names it.
 */
export type Role = 'bound' | 'duplicate' | 'rival' | 'superseded' | 'removed' | 'orphan';

/** A list of the account that is ours, and what it is to the configuration. */
export interface OwnedList {
  readonly role: Role;
  readonly list: ObservedList;
  /** The desired list it carries, duplicates or disputes; for a superseded one the list that replaces it; else null. */
  readonly desired: DesiredList | null;
  /** Every desired list that takes its place, or part of it; all must be `OK` before it goes. */
  readonly replacements: readonly DesiredList[];
  /** Those of them to which whoever uses it has switched, or will: no list keeps record of who does. */
  readonly successors: readonly DesiredList[];
  /** Every instant vocabulary that takes its place, or part of it. */
  readonly instant: readonly InstantWords[];
}

/** The account, sorted by whose lists they are. */
export interface Ownership {
  readonly owned: readonly OwnedList[];
  /** Not ours: counted and shown, never read or touched. */
  readonly unmanaged: readonly ListedList[];
  /** Pinned ids that the account does not hold under the vocabulary's prefix and one of its models. */
  readonly missing_pins: readonly { readonly vocabulary_id: string; readonly address: string }[];
}

/**
 * Which of several lists of one key is bound first: an `OK` one before others, then whichever is preferred, then the oldest,
 * then the smallest id.
 * @param isPreferred what speaks for a list beside its state and age; left out: nothing does
 */
export function compareForBinding(
  one: ObservedList,
  other: ObservedList,
  isPreferred: (list: ObservedList) => boolean = () => false,
): number {
  return (
    Number(isReady(other)) - Number(isReady(one)) ||
    Number(isPreferred(other)) - Number(isPreferred(one)) ||
    compareText(one.gmt_create, other.gmt_create) ||
    compareText(one.vocabulary_id, other.vocabulary_id)
  );
}
