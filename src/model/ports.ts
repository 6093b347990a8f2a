import type { Hotword } from './hotword.js';
import type { ListedList, QueriedList } from './observed.js';

/** What every answer of the vendor carries beside its content. */
export interface Answer<T> {
  readonly value: T;
  readonly request_id: string | null;
  /** The server's clock from the `Date` header, in epoch milliseconds; null when it sent none that can be read. */
  readonly server_time: number | null;
}

/** Which part of a listing is asked for. */
export interface ListPage {
  /** Counted from 0. */
  readonly page_index: number;
  readonly page_size: number;
}

/** A list to be made: the vendor gives it its id. */
export interface NewList {
  readonly prefix: string;
  readonly target_model: string;
  readonly hotwords: readonly Hotword[];
}

/**
 * The vendor's account. Each method is exactly one request, never repeated, and throws a VocabError with
 * `remote` set when it fails. Sending again is decided above: see apply/retry and apply/create-once.
 */
export interface Remote {
  /** The base URL for people to read, or `emulator`. */
  readonly endpoint: string;
  list(page: ListPage, signal?: AbortSignal): Promise<Answer<readonly ListedList[]>>;
  query(vocabulary_id: string, signal?: AbortSignal): Promise<Answer<QueriedList>>;
  create(list: NewList, signal?: AbortSignal): Promise<Answer<{ readonly vocabulary_id: string }>>;
  update(vocabulary_id: string, hotwords: readonly Hotword[], signal?: AbortSignal): Promise<Answer<null>>;
  /** `not-found` when the list is already gone. */
  delete(vocabulary_id: string, signal?: AbortSignal): Promise<Answer<null>>;
}

/** One request of a client. */
export interface HttpRequest {
  /** POST unless given. */
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON text; empty for a GET. */
  readonly body: string;
  readonly signal: AbortSignal | undefined;
}

/** A complete answer. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Carries one request. Throws a TransportFailure when no complete answer arrives. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Time, and waiting. A test gives one that only moves when it is told to. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Says how a Chinese text is read: syllables with their tones, and what is not Chinese as it stands. Two texts that are
 * read alike have equal readings.
 */
export type Pronounce = (text: string) => string;

/** What is known without a dictionary of how a Chinese text is read. */
export interface RoughReading {
  /** One for each text. Texts that are read alike have the same kin, and few others have. */
  readonly kinsOf: (texts: readonly string[]) => readonly string[];
  /** Every way in which a text may be read, among them the one in which it is; null: too many to name. */
  readonly possible: (text: string) => readonly string[] | null;
}

/** A number in [0, 1). */
export type Random = () => number;
