/** A file that is to be written. */
export interface NewFile {
  /** Separated by /. */
  readonly path: string;
  readonly text: string;
  /** What is in it, for people. */
  readonly note: string;
}
