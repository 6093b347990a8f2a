import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import { isVocabError } from '../model/errors.js';
import type { Account, ListedList, ObservedList } from '../model/observed.js';
import { prefixOf } from '../model/observed.js';
import type { Clock, Remote } from '../model/ports.js';
import { incomplete, ListingShifted, pages } from './listing.js';

export interface ObserveOptions {
  /** Which lists to read in full; of the others only that they exist is learnt. */
  readonly isOurs: (list: ListedList) => boolean;
  /** Queries under way at once. */
  readonly parallelism: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: ((event: ReadEvent) => void) | undefined;
}

/** Said while an account is read, for people who wait. */
export type ReadEvent =
  | {
      readonly kind: 'reading';
      /** Lists that were found so far. */
      readonly listed: number;
      /** How many of them are to be read in full, and how many have been. */
      readonly wanted: number;
      readonly read: number;
      /** Counted from 1: an account that changes while it is read is read again. */
      readonly attempt: number;
    }
  /** Always the last one, also when the account could not be read. */
  | { readonly kind: 'ended' };

const attempts = 4;
const pause = 500;

/**
 * Reads the whole account, or throws: what is missing from a listing, or cannot be queried, must never look like a list
 * that is gone. The queries of a page run while the next page is fetched, so an account of one page takes two round trips.
 * @throws VocabError `listing-incomplete` when the account does not hold still, or does not fit together
 */
export async function observe(remote: Remote, options: ObserveOptions): Promise<Account> {
  try {
    return await readUntilWhole(remote, options);
  } finally {
    options.onRead?.({ kind: 'ended' });
  }
}

async function readUntilWhole(remote: Remote, options: ObserveOptions): Promise<Account> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(remote, options, attempt);
    } catch (error) {
      if (!(error instanceof ListingShifted)) throw error;
      if (attempt === attempts) throw incomplete(`the account cannot be read as a whole: ${error.message}`);
      await options.clock.sleep(pause * attempt, options.signal);
    }
  }
}

async function readOnce(remote: Remote, options: ObserveOptions, attempt: number): Promise<Account> {
  const queries: Promise<ObservedList>[] = [];
  const limit = pLimit({ concurrency: options.parallelism, rejectOnClear: true });
  const end = new AbortController();
  const signal = options.signal === undefined ? end.signal : AbortSignal.any([options.signal, end.signal]);
  // Every query under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, signal);
  try {
    return await readAll(remote, { ...options, signal }, { attempt, limit, queries });
  } catch (error) {
    // Nothing more is asked, and nobody hears of this reading, once it has come to nothing.
    limit.clearQueue();
    end.abort();
    await Promise.allSettled(queries);
    throw error;
  }
}

interface Reading {
  readonly attempt: number;
  readonly limit: ReturnType<typeof pLimit>;
  readonly queries: Promise<ObservedList>[];
}

async function readAll(
  remote: Remote,
  { isOurs, signal, onRead }: ObserveOptions,
  { attempt, limit, queries }: Reading,
): Promise<Account> {
  const listed: ListedList[] = [];
  let server_time: number | null = null;
  let read = 0;
  const tell = () =>
    onRead?.({ kind: 'reading', listed: listed.length, wanted: queries.length, read, attempt });
  const counted = () => {
    read++;
    tell();
  };
  tell();
  for await (const page of pages(remote, signal)) {
    server_time = page.server_time;
    for (const list of page.value) {
      listed.push(list);
      if (!isOurs(list)) continue;
      const query = limit(() => readInFull(remote, list, signal));
      // It is awaited below; until then a failure must not count as unhandled.
      query.then(counted, () => {});
      queries.push(query);
    }
    tell();
  }
  return { listed, read: await Promise.all(queries), server_time };
}

/** A list that is gone when it is queried is also gone from the next listing, or something is wrong. */
async function readInFull(remote: Remote, listed: ListedList, signal?: AbortSignal): Promise<ObservedList> {
  const { vocabulary_id } = listed;
  try {
    const { value } = await remote.query(vocabulary_id, signal);
    return { ...value, vocabulary_id, prefix: prefixOf(vocabulary_id) ?? '' };
  } catch (error) {
    if (!isVocabError(error, 'not-found')) throw error;
    throw new ListingShifted(`${vocabulary_id} is listed, and a query says there is no such list`);
  }
}
