import type { Hotword } from './hotword.js';

/** A list as `list_vocabulary` shows it. Times are the vendor's: `YYYY-MM-DD HH:mm:ss`, no zone, one-second grain. */
export interface ListedList {
  readonly vocabulary_id: string;
  readonly gmt_create: string;
  readonly gmt_modified: string;
  /** `OK`; anything else means that recognition silently ignores the list. */
  readonly status: string;
}

/** A list as `query_vocabulary` shows it; the vendor does not repeat the id. */
export interface QueriedList {
  readonly target_model: string;
  readonly hotwords: readonly Hotword[];
  readonly gmt_create: string;
  readonly gmt_modified: string;
  readonly status: string;
}

/** A list of the account that was read in full. */
export interface ObservedList extends QueriedList {
  readonly vocabulary_id: string;
  readonly prefix: string;
  /** How it is called where its id says nothing to anybody: a list of an account that is made up. */
  readonly called?: { readonly name: string; readonly address: string };
}

/** Names a list in a sentence: by its id, unless nobody knows that. */
export function nameOf({ called, vocabulary_id }: Pick<ObservedList, 'called' | 'vocabulary_id'>): string {
  return called?.name ?? vocabulary_id;
}

/** All lists of the account at one time. */
export interface Account {
  /** Every list, also those that are none of our business. */
  readonly listed: readonly ListedList[];
  /** Those of them that may be ours, read in full. */
  readonly read: readonly ObservedList[];
  /** The server's clock at the last answer, epoch milliseconds; null when it cannot be read. */
  readonly server_time: number | null;
}

// The tail has been 32 hexadecimal digits so far. A prefix has no hyphen, so the tail's form need not be relied upon;
// what is asked of it makes an id fit to be the name of a file.
const idPattern = /^vocab-([a-z0-9]+)-[0-9A-Za-z_-]+$/;

/** What a prefix may be: some of the vendor's pages allow ten characters, some fewer. */
export const prefixForm = /^[a-z0-9]{1,10}$/;

/** The prefix inside `vocab-<prefix>-<32 hex>`; null for an id of any other form, whose list is then nobody's we know. */
export function prefixOf(vocabulary_id: string): string | null {
  return idPattern.exec(vocabulary_id)?.[1] ?? null;
}

export function isReady(list: { readonly status: string }): boolean {
  return list.status === 'OK';
}

/** A list as it was before it was overwritten or deleted: enough to bring it back, by its id or anew. */
export interface BackedUpList {
  readonly vocabulary_id: string;
  readonly prefix: string;
  readonly target_model: string;
  readonly hotwords: readonly Hotword[];
  /** The account that it was in, as model/account describes one; left out: nobody wrote it down. */
  readonly account?: string | undefined;
}
