/** What recognition answered before, by the key of a recognition: paid once, and free from then on. */
export interface Answers {
  /** Every text that was heard, in the order in which they came; none: nobody has asked. */
  readonly find: (key: string) => Promise<readonly string[]>;
  readonly keep: (key: string, text: string) => Promise<void>;
}
