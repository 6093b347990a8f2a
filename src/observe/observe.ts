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
}

const attempts = 4;
const pause = 500;

/**
 * Reads the whole account, or throws: what is missing from a listing, or cannot be queried, must never look like a list
 * that is gone. The queries of a page run while the next page is fetched, so an account of one page takes two round trips.
 * @throws VocabError `listing-incomplete` when the account does not hold still, or does not fit together
 */
export async function observe(remote: Remote, options: ObserveOptions): Promise<Account> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(remote, options);
    } catch (error) {
      if (!(error instanceof ListingShifted)) throw error;
      if (attempt === attempts) throw incomplete(`the account cannot be read as a whole: ${error.message}`);
      await options.clock.sleep(pause * attempt, options.signal);
    }
  }
}

async function readOnce(remote: Remote, { isOurs, parallelism, signal }: ObserveOptions): Promise<Account> {
  const limit = pLimit(parallelism);
  const listed: ListedList[] = [];
  const queries: Promise<ObservedList>[] = [];
  let server_time: number | null = null;
  for await (const page of pages(remote, signal)) {
    server_time = page.server_time;
    for (const list of page.value) {
      listed.push(list);
      if (!isOurs(list)) continue;
      const query = limit(() => readInFull(remote, list, signal));
      // It is awaited below; until then a failure must not count as unhandled.
      query.catch(() => {});
      queries.push(query);
    }
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
