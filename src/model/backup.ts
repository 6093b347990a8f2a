import type { Hotword } from './hotword.js';

/** A list as it was before it was overwritten or deleted: enough to bring it back, by its id or anew. */
export interface BackedUpList {
  readonly vocabulary_id: string;
  readonly prefix: string;
  readonly target_model: string;
  readonly hotwords: readonly Hotword[];
}
