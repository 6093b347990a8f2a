import pLimit from 'p-limit';
import { isVocabError } from '../model/errors.js';
import type { Account, ListedList, ObservedList } from '../model/observed.js';
import { prefixOf } from '../model/observed.js';
import type { Remote } from '../model/ports.js';
import { incomplete, ListingShifted, pages } from './listing.js';

export interface ObserveOptions {
  /** Which lists to read in full; of the others only that they exist is learnt. */
  readonly isOurs: (list: ListedList) => boolean;
  /** Queries under way at once. */
  readonly parallelism: number;
  readonly signal?: AbortSignal | undefined;
}

/** The run's own creates shift the pages that it reads meanwhile: more than are under way at once by default. */
const attempts = 12;

/**
 * Reads the whole account, or throws: what is missing from a listing must never look like a list that is gone.
 * The queries of a page run while the next page is fetched, so an account of one page takes two round trips.
 */
export async function observe(remote: Remote, options: ObserveOptions): Promise<Account> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await readOnce(remote, options);
    } catch (error) {
      if (!(error instanceof ListingShifted)) throw error;
    }
  }
  throw incomplete(`the listing named a list on two pages, ${attempts} times in a row`);
}

async function readOnce(remote: Remote, options: ObserveOptions): Promise<Account> {
  const { isOurs, parallelism, signal } = options;
  const limit = pLimit(parallelism);
  const listed: ListedList[] = [];
  const queries: Promise<ObservedList | null>[] = [];
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
  const found = (await Promise.all(queries)).filter((list) => list !== null);
  return { listed: withoutVanished(listed, isOurs, found), read: found, server_time };
}

async function readInFull(
  remote: Remote,
  listed: ListedList,
  signal?: AbortSignal,
): Promise<ObservedList | null> {
  const { vocabulary_id } = listed;
  const prefix = prefixOf(vocabulary_id);
  if (prefix === null) return null;
  try {
    const { value } = await remote.query(vocabulary_id, signal);
    return { ...value, vocabulary_id, prefix };
  } catch (error) {
    if (isVocabError(error, 'not-found')) return null;
    throw error;
  }
}

/** A list that was deleted between the listing and its query no longer takes a slot. */
function withoutVanished(
  listed: readonly ListedList[],
  isOurs: ObserveOptions['isOurs'],
  read: readonly ObservedList[],
): ListedList[] {
  const found = new Set(read.map(({ vocabulary_id }) => vocabulary_id));
  return listed.filter((list) => !isOurs(list) || found.has(list.vocabulary_id));
}
