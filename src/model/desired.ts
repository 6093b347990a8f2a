import type { Guards } from './config.js';
import type { Location } from './diagnostic.js';
import type { Hotword } from './hotword.js';

/** One list that shall exist: a vocabulary for one of its models. */
export interface DesiredList {
  /** `name@target_model`: how people and flags call this list. */
  readonly address: string;
  readonly name: string;
  readonly prefix: string;
  readonly target_model: string;
  /** Lists under these prefixes are superseded by this one. */
  readonly previous_prefixes: readonly string[];
  readonly vocabulary_ids: readonly string[];
  readonly hotwords: readonly Hotword[];
  /** Names of the consumers that use exactly this list. */
  readonly consumers: readonly string[];
  /** How many hotwords the target model takes at most. */
  readonly max_hotwords: number;
  /** Of the vocabulary in its file; null for a list that no file describes. */
  readonly location: Location | null;
}

/** Everything the configuration asks of the account. */
export interface Desired {
  readonly lists: readonly DesiredList[];
  readonly namespace: string | null;
  readonly prune: boolean;
  readonly removed: readonly string[];
  readonly protect: readonly string[];
  readonly list_quota: number;
  readonly guards: Guards;
}

/** How a list that no vocabulary names is called. */
export function strayAddress(prefix: string, target_model: string): string {
  return `${prefix}@${target_model}`;
}
