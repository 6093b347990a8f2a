import type { Location } from '../../model/diagnostic.js';

/** A vocabulary_id in a file. */
export interface Mention {
  readonly vocabulary_id: string;
  readonly location: Location;
  /** What it is assigned to, or passed as: `VOCAB_ID`, `phrase_id`, `asr.vocabulary-id`; null: nothing that can be told. */
  readonly name: string | null;
  /** The model that stands beside it. */
  readonly model: NearbyModel | null;
}

export interface NearbyModel {
  readonly name: string;
  readonly location: Location;
  /** On the same line, in the same block or around it; else it only is not far away. */
  readonly beside: boolean;
}

/** Something that is passed as `phrase_id`: a variable, most of the time. */
export interface Reference {
  /** `phrase_id`, as it is spelt there. */
  readonly spelling: string;
  /** Every name in what is passed. */
  readonly names: readonly string[];
  readonly location: Location;
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly references: readonly Reference[];
}
