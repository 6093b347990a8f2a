import type { HotwordDiff } from '../change.js';
import type { InstantWords } from './instant-words.js';

/** What the words of a vocabulary were before it became instant: a list that is kept until the consumers have switched. */
export interface ReplacedList {
  /** The address of the superseded list. */
  readonly address: string;
  readonly vocabulary_id: string;
  /** From the words of the list to those that go with requests. */
  readonly hotwords: HotwordDiff;
}

/**
 * Says whether applications are handed something else than at the base of a comparison. The order of words is no
 * difference; in a plan nothing is known to have changed.
 */
export function isInstantChanged({ before, after, hotwords }: InstantChange): boolean {
  if (hotwords === null) return false;
  if (before === null || after === null) return true;
  const { added, removed, changed } = hotwords;
  return (
    added.length + removed.length + changed.length > 0 ||
    !isSameSet(before.target_models, after.target_models) ||
    !isSameSet(before.consumers, after.consumers)
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** An instant vocabulary in a plan: it is published to applications, and no step is taken for it. */
export interface InstantChange {
  readonly name: string;
  /** In the base of a comparison; null: it was not instant there, or nobody can know, as in a plan. */
  readonly before: InstantWords | null;
  /** null: it is gone, or instant no longer. */
  readonly after: InstantWords | null;
  /** From the words of before; null in a plan: the account does not know what applications send. */
  readonly hotwords: HotwordDiff | null;
  /** Lists of the account whose place it takes. */
  readonly replaces: readonly ReplacedList[];
}
