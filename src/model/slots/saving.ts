import type { DesiredList } from '../desired.js';

/** A way for the desired lists to do with fewer slots. */
export interface Saving {
  /** An instruction: `remove support@fun-asr`. */
  readonly hint: string;
  /** Why, as the clause behind it: `it has the words of medical@fun-asr, which its consumers can use`. */
  readonly why: string;
  /** How many lists fewer. */
  readonly slots: number;
}

/** One by which lists go with their vocabularies. */
export interface Removal extends Saving {
  /** Those that go, or of which all but one do. */
  readonly goes: readonly DesiredList[];
}
