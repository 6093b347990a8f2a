/** A way for the desired lists to do with fewer slots. */
export interface Saving {
  /** An instruction: `remove support@fun-asr`. */
  readonly hint: string;
  /** Why, as the clause behind it: `it has the words of medical@fun-asr, which its consumers can use`. */
  readonly why: string;
  /** How many lists fewer. */
  readonly slots: number;
}
