import { TransportFailure } from '../model/errors.js';
import type { Answer, HttpResponse, Transport } from '../model/ports.js';
import { type Caller, callerHeaders } from './caller-headers.js';
import type { Attempt, Parse } from './envelope.js';
import { keyHint } from './error-map.js';
import { answeredError, readAnswer, unansweredError } from './remote-error.js';
import { secrecyOf } from './secrecy.js';

/** Who asks the vendor, and where. */
export interface ClientOptions extends Caller {
  /** The base URL that requests go to, without a trailing slash. */
  readonly url: string;
  readonly transport: Transport;
}

/** One request to the vendor, and how its answer is read. */
export interface Call<T> extends Attempt {
  readonly method: 'GET' | 'POST';
  /** Behind the base URL, with a leading slash. */
  readonly path: string;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON text; empty for a GET. */
  readonly body: string;
  readonly parse: Parse<T>;
}

/**
 * Sends one request, once. Throws a VocabError with `remote` set when it fails; when it is aborted it rejects with the
 * signal's reason.
 */
export type Send = <T>(call: Call<T>, signal: AbortSignal | undefined) => Promise<Answer<T>>;

/**
 * What all of the vendor's APIs have in common: the key goes along, and is taken out of whatever comes back. Throws
 * `key-missing` or `usage` at once when the key or the workspace cannot be sent.
 */
export function createClient(options: ClientOptions): Send {
  const headers = {
    ...callerHeaders(options),
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const { clean, redactBody } = secrecyOf(options.key);

  async function exchange(call: Call<unknown>, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const { method, path, body } = call;
    const request = {
      method,
      url: `${options.url}${path}`,
      headers: { ...headers, ...call.headers },
      body,
      signal,
    };
    try {
      const response = await options.transport(request);
      return { ...response, body: redactBody(response.body) };
    } catch (error) {
      throw error instanceof TransportFailure ? unansweredError(call, error, clean) : error;
    }
  }

  const hints = { key: keyHint(options.key_env) };

  return async (asked, signal) => {
    const call = { ...asked, hints: { ...hints, ...asked.hints } };
    const answer = readAnswer(await exchange(call, signal), call.parse);
    if (!('value' in answer)) throw answeredError(call, answer, clean);
    return { ...answer, request_id: answer.request_id && clean(answer.request_id) };
  };
}
