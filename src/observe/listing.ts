import { VocabError } from '../model/errors.js';
import type { ListedList } from '../model/observed.js';
import type { Answer, Remote } from '../model/ports.js';

/** The largest page size seen in use; the vendor documents no maximum. */
const pageSize = 50;
/** Far above any quota: a server that never sends an empty page must not keep us for ever. */
const maxPages = 500;

/** What was read does not fit together: the account changed meanwhile, or what the server shows lags behind. */
export class ListingShifted extends Error {}

/**
 * The pages of the whole account, up to and without the first empty one, unless it is the only one. A short page is not the last: the server may
 * cap the page size, and count its pages by the size asked for or by the size it gave. So the length of the first page is
 * what is asked for from then on, which makes both counts the same.
 *
 * A list that is made meanwhile moves others to a page where they show up twice; one that is deleted moves another to
 * a page that was read before, and it shows up nowhere. So an account of several pages is listed until two listings in
 * a row name the same lists.
 */
export async function* pages(
  remote: Remote,
  signal?: AbortSignal,
): AsyncGenerator<Answer<readonly ListedList[]>> {
  const seen = new Set<string>();
  let count = 0;
  for await (const page of passThrough(remote, signal)) {
    count++;
    for (const { vocabulary_id } of page.value) {
      if (seen.has(vocabulary_id)) throw new ListingShifted(`${vocabulary_id} is listed twice`);
      seen.add(vocabulary_id);
    }
    yield page;
  }
  if (count > 1) await confirm(seen, remote, signal);
}

async function* passThrough(
  remote: Remote,
  signal?: AbortSignal,
): AsyncGenerator<Answer<readonly ListedList[]>> {
  let page_size = pageSize;
  for (let page_index = 0; page_index < maxPages; page_index++) {
    const page = await remote.list({ page_index, page_size }, signal);
    // That of an empty account still has the server's time.
    if (page.value.length > 0 || page_index === 0) yield page;
    if (page.value.length === 0) return;
    if (page_index === 0) page_size = Math.min(page_size, page.value.length);
  }
  throw incomplete(`the listing did not end after ${maxPages} pages`);
}

async function confirm(seen: ReadonlySet<string>, remote: Remote, signal?: AbortSignal): Promise<void> {
  const again = new Set<string>();
  for await (const page of passThrough(remote, signal)) {
    for (const { vocabulary_id } of page.value) again.add(vocabulary_id);
  }
  const same = again.size === seen.size && [...seen].every((id) => again.has(id));
  if (!same) throw new ListingShifted('two listings in a row named different lists');
}

export function incomplete(message: string): VocabError {
  return new VocabError('listing-incomplete', message, {
    hint: 'nothing was changed; run it again, and if it stays, show the listing to the vendor',
    remote: {
      failure: 'permanent',
      status: 200,
      vendor_code: null,
      request_id: null,
      retry_after_ms: null,
    },
  });
}
