import { type ClientOptions, createClient } from '../http/client.js';
import type { Remote } from '../model/ports.js';
import { calls } from './wire.js';

export interface DashscopeOptions extends ClientOptions {
  /** The base URL for people, or `emulator`. */
  readonly endpoint: string;
}

/**
 * The vendor's hotword API behind the Remote port: one request a call, never repeated. A call that fails throws a
 * VocabError with `remote` set; one that is aborted rejects with the signal's reason. Throws `key-missing` or `usage`
 * at once when the key or the workspace cannot be sent.
 */
export function createDashscopeRemote(options: DashscopeOptions): Remote {
  const send = createClient(options);
  return {
    endpoint: options.endpoint,
    list: (page, signal) => send(calls.list(page), signal),
    query: (vocabulary_id, signal) => send(calls.query(vocabulary_id), signal),
    create: (list, signal) => send(calls.create(list), signal),
    update: (vocabulary_id, hotwords, signal) => send(calls.update(vocabulary_id, hotwords), signal),
    delete: (vocabulary_id, signal) => send(calls.delete(vocabulary_id), signal),
  };
}
