import type { DesiredList } from './desired.js';
import type { Hotword } from './hotword.js';
import type { ObservedList } from './observed.js';

/** What becomes of a list: closed, unlike the reasons for it. */
export type Action = 'create' | 'update' | 'delete' | 'keep' | 'no-op';

/** Why, for people. An open set: readers must accept others. */
export type Reason =
  | 'desired'
  | 'hotwords_changed'
  | 'in_sync'
  | 'orphan'
  | 'removed'
  | 'duplicate'
  | 'rival'
  | 'superseded'
  | 'replacement_not_ready'
  | 'replacement_not_published'
  | 'protected'
  | 'restored'
  | 'delete_first'
  | 'abandoned';

export interface ChangedHotword {
  readonly before: Hotword;
  readonly after: Hotword;
}

/** The way from one multiset of hotwords to another; words pair by text and lang. */
export interface HotwordDiff {
  readonly added: readonly Hotword[];
  readonly removed: readonly Hotword[];
  readonly changed: readonly ChangedHotword[];
  readonly unchanged: number;
}

/** How a list differs from another one: a new one from the one that it takes the place of, a rival from the bound one. */
export interface Handover {
  /** The other list's; the name of a vocabulary whose words went with requests, in a comparison. */
  readonly address: string;
  readonly hotwords: HotwordDiff;
}

/** One difference between what is desired and what is there; also `no-op` and `keep`, so that nothing is left unsaid. */
export interface Change {
  /** `name@model`, or `prefix@model` for a list that no vocabulary names. */
  readonly address: string;
  readonly name: string | null;
  readonly prefix: string;
  readonly target_model: string;
  readonly action: Action;
  readonly reason: Reason;
  /** What is there; null for a create. */
  readonly before: ObservedList | null;
  /** What shall be there; null for a list that goes or is only kept. */
  readonly after: DesiredList | null;
  readonly hotwords: HotwordDiff;
  /** `sha256:…` over all the words there are after a create or update; null for every other action. */
  readonly words_digest: string | null;
  /** What takes this list's place: the address of a list, or the name of an instant vocabulary. */
  readonly replaced_by: string | null;
  /** The list whose place a new one takes, as its consumers see it; null for every other action. */
  readonly replaces: Handover | null;
  /** How a rival differs from the list that is bound in its place; null for every other list. */
  readonly differs_from: Handover | null;
  /**
   * All that takes its place: addresses of the desired lists that must be `OK`, with their words, when this list is
   * deleted, and names of instant vocabularies, of which the account knows nothing.
   */
  readonly replacements: readonly string[];
  readonly consumers: readonly string[];
}

/** What identifies a list, as long as no other has it. */
export type ListKey = Pick<Change, 'prefix' | 'target_model'>;

/** Whether two lists, or changes of lists, have the same prefix and model. */
export function sameKey(one: ListKey, other: ListKey): boolean {
  return one.prefix === other.prefix && one.target_model === other.target_model;
}

/** Whether some consumer of an old list comes to this one. */
export function inherits({ address, after }: Change, old: Change): boolean {
  return (
    old.replacements.includes(address) &&
    after !== null &&
    after.consumers.some((consumer) => old.consumers.includes(consumer))
  );
}

/** Whether a list takes the place of an old one, or a part of it: where no consumer says so, as the nearest or as one of its model. */
export function takesOver(change: Change, old: Change): boolean {
  if (old.replaced_by === change.address || inherits(change, old)) return true;
  return (
    old.consumers.length === 0 &&
    old.target_model === change.target_model &&
    old.replacements.includes(change.address)
  );
}

/** Whoever is without words between the end of a list and the one that is made in its place; the others have another already. */
export function leftWaiting(old: Change, changes: readonly Change[]): string[] {
  if (old.reason !== 'delete_first') return [];
  const made = changes.filter(
    ({ action, address, replaces }) =>
      action === 'create' && (old.replacements.includes(address) || replaces?.address === old.address),
  );
  const waiting = new Set(made.flatMap(({ consumers }) => consumers));
  return old.consumers.filter((name) => waiting.has(name));
}

/** Whether carrying out the change writes to the account. */
export function isWrite(change: Pick<Change, 'action'>): boolean {
  return change.action === 'create' || change.action === 'update' || change.action === 'delete';
}
