import type { Fault } from './faults.js';

/** What the vendor's documents leave open, and what can go wrong: each is one way in which the account may behave. */
export interface EmulatorSwitches {
  /** Lists the account may hold. */
  readonly quota: number;
  /** Waited before each request is carried out. */
  readonly latency_ms: number;
  /** A list is not `OK` until this long after it was created or updated. */
  readonly deploy_ms: number;
  /** The status of a list that is not `OK` yet; the vendor documents only this one. */
  readonly pending_status: string;
  /** The most lists one page holds, whatever is asked for; null: no limit. */
  readonly page_cap: number | null;
  /** Whether a capped page starts at page_index times the capped or times the requested page_size. */
  readonly page_cap_offset: 'capped' | 'requested';
  readonly prefix_match: 'exact' | 'starts-with';
  /** `shuffled` is neither time nor id, but the same at every call. */
  readonly order: 'newest' | 'oldest' | 'id' | 'shuffled';
  /** Hotwords a list may hold; null: what the newest user guide gives its target_model. */
  readonly max_hotwords: number | null;
  /** How a query shows the lang of an entry that names none. */
  readonly lang_echo: 'as-sent' | 'null' | 'empty' | 'missing';
  readonly weight_echo: 'number' | 'string';
  readonly field_order: 'text-first' | 'reversed';
  /** How far the times in answers are east of UTC. */
  readonly time_zone_minutes: number;
  /** Requests served a second, with a burst of the same size; null: no limit. */
  readonly rate_per_second: number | null;
  /** How far list and query lag behind what was written. */
  readonly visibility_lag_ms: number;
  /** Sent as Retry-After with 429 and 503; null: no such header. */
  readonly retry_after_seconds: number | null;
  /**
   * What an account keeps of the entries that it was sent: all, all but the last one, or all with the lowest weight. The
   * vendor documents no such thing; a client that believes an answer without looking would not notice.
   */
  readonly entries_kept: 'all' | 'without-last' | 'at-weight-1';
  /** Whether every key is one of another region: the vendor's 401 for that is the one for a key that is none. */
  readonly refuse_keys: boolean;
  /** What recognition says of a vocabulary_id that never was; the words of one that was deleted are silently gone. */
  readonly unknown_list: 'ignored' | 'not-found';
  /** Whether a stream tells what it has understood of a sentence before the sentence has ended. */
  readonly partial_results: boolean;
  /** Whether a stream sends results that say nothing but that it is alive. */
  readonly heartbeats: boolean;
  /** A stream in which nothing is sent for so long fails. */
  readonly silence_ms: number;
  /** Where the answer of one request has its text; `nested` repeats the whole output inside it. */
  readonly flash_shape: 'text' | 'sentence' | 'nested' | 'top';
  /** How long a task of files takes by the account's clock: PENDING, and RUNNING from the half of it on. */
  readonly task_ms: number;
  /** Files of each task that fail though they are there. */
  readonly failed_files: 'none' | 'first' | 'all';
  readonly faults: readonly Fault[];
}

/** The account as most of the vendor's pages and the published measurements describe it, never failing. */
export const defaultSwitches: EmulatorSwitches = {
  quota: 10,
  latency_ms: 0,
  deploy_ms: 0,
  pending_status: 'UNDEPLOYED',
  page_cap: null,
  page_cap_offset: 'capped',
  prefix_match: 'exact',
  order: 'newest',
  max_hotwords: null,
  lang_echo: 'as-sent',
  weight_echo: 'number',
  field_order: 'text-first',
  time_zone_minutes: 480,
  rate_per_second: null,
  visibility_lag_ms: 0,
  retry_after_seconds: null,
  entries_kept: 'all',
  refuse_keys: false,
  unknown_list: 'ignored',
  partial_results: true,
  heartbeats: false,
  silence_ms: 23_000,
  flash_shape: 'text',
  task_ms: 0,
  failed_files: 'none',
  faults: [],
};
