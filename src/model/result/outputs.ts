import type { VocabError } from '../errors.js';

/** What became of the files that applications read their ids from. */
export interface PublishedOutputs {
  /** Those whose content changed, as the configuration names them. */
  readonly written: readonly string[];
  /** Whether there are files that were left alone because nobody saw that every list is there and OK. */
  readonly withheld: boolean;
  /** Why one could not be written. */
  readonly error: VocabError | null;
}

export const nothingPublished: PublishedOutputs = { written: [], withheld: false, error: null };
