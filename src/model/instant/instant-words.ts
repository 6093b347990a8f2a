import type { Location } from '../diagnostic.js';
import type { Hotword, Remarks } from '../hotword.js';

/** A vocabulary whose words go with each recognition request: nothing is kept in the account for it. */
export interface InstantWords {
  /** The name of the vocabulary: how people and flags call it. No address of a list looks like it. */
  readonly name: string;
  readonly target_models: readonly string[];
  /** It was a list under these prefixes once: those lists are superseded by it. */
  readonly previous_prefixes: readonly string[];
  /** Text and weight: nothing else can travel with a request. */
  readonly hotwords: readonly Hotword[];
  /** For reports, as the owner is; nothing else looks at them. */
  readonly remarks: Remarks;
  readonly owner: string | null;
  /** Names of the consumers that send the words. */
  readonly consumers: readonly string[];
  /** How many hotwords a request may carry at most, by the least of its models. */
  readonly max_hotwords: number;
  /** Where its vocabulary stands; null when no file describes it. */
  readonly location: Location | null;
}
