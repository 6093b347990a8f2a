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
