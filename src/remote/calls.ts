import type { Hotword } from '../model/hotword.js';
import type { ListedList, QueriedList } from '../model/observed.js';
import type { ListPage, NewList } from '../model/ports.js';
import { quotable } from '../model/printable.js';
import * as wire from './wire.js';

/** One action of the vendor's API: what is sent, and how the answer to it is read. */
export interface Call<T> {
  /** The action and what it is about, for messages. */
  readonly attempt: string;
  /** Whether it is about one list, which may be gone. */
  readonly aboutOne: boolean;
  readonly body: string;
  readonly parse: (output: unknown) => wire.Parsed<T>;
}

export function listCall(page: ListPage): Call<readonly ListedList[]> {
  const attempt = `list_vocabulary page ${page.page_index}`;
  return { attempt, aboutOne: false, body: wire.listBody(page), parse: wire.parseListed };
}

export function queryCall(vocabulary_id: string): Call<QueriedList> {
  const attempt = `query_vocabulary ${quotable(vocabulary_id)}`;
  return { attempt, aboutOne: true, body: wire.queryBody(vocabulary_id), parse: wire.parseQueried };
}

export function createCall(list: NewList): Call<{ readonly vocabulary_id: string }> {
  const attempt = `create_vocabulary ${quotable(`${list.prefix} for ${list.target_model}`)}`;
  return { attempt, aboutOne: false, body: wire.createBody(list), parse: wire.parseCreated };
}

export function updateCall(vocabulary_id: string, vocabulary: readonly Hotword[]): Call<null> {
  const attempt = `update_vocabulary ${quotable(vocabulary_id)}`;
  return {
    attempt,
    aboutOne: true,
    body: wire.updateBody(vocabulary_id, vocabulary),
    parse: wire.parseAcknowledged,
  };
}

export function deleteCall(vocabulary_id: string): Call<null> {
  const attempt = `delete_vocabulary ${quotable(vocabulary_id)}`;
  return { attempt, aboutOne: true, body: wire.deleteBody(vocabulary_id), parse: wire.parseAcknowledged };
}
