import { TransportFailure, VocabError } from '../model/errors.js';
import type { Answer, HttpResponse, Transport } from '../model/ports.js';
import { quotable } from '../model/text/printable.js';
import type { Attempt, Parse } from './envelope.js';
import { redactorOf } from './redact.js';
import { answeredError, readAnswer, unansweredError } from './remote-error.js';

/** Who asks the vendor, and where. */
export interface ClientOptions {
  /** The base URL that requests go to, without a trailing slash. */
  readonly url: string;
  readonly key: string;
  readonly workspace: string | null;
  /** The version of vocabsync, for the User-Agent. */
  readonly version: string;
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
  const headers = headersOf(options);
  const redact = redactorOf(options.key);
  const clean = (text: string): string => quotable(redact(text));

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
      return { ...response, body: isLikeWords(options.key) ? response.body : redact(response.body) };
    } catch (error) {
      throw error instanceof TransportFailure ? unansweredError(call.attempt, error, clean) : error;
    }
  }

  return async (call, signal) => {
    const answer = readAnswer(await exchange(call, signal), call.parse);
    if (!('value' in answer)) throw answeredError(call, answer, clean);
    return { ...answer, request_id: answer.request_id && clean(answer.request_id) };
  };
}

/** A key made up for a test may be a hotword too. A true one is much longer, and goes from wherever the server says it. */
function isLikeWords(key: string): boolean {
  return key.length < 16;
}

/** What every request is sent with. The key goes nowhere but into this one header. */
function headersOf({
  key,
  workspace,
  version,
}: Pick<ClientOptions, 'key' | 'workspace' | 'version'>): Readonly<Record<string, string>> {
  checkKey(key);
  checkWorkspace(workspace);
  return {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': `vocabsync/${version}`,
    ...(workspace !== null && { 'x-dashscope-workspace': workspace }),
  };
}

/** What may stand in a header beside other text: visible ASCII. */
const sendable = /^[\x21-\x7e]+$/;

function checkKey(key: string): void {
  if (sendable.test(key)) return;
  const fault =
    key === '' ? 'is empty' : 'has a space, a line break or another character that no key has in it';
  throw new VocabError('key-missing', `the API key ${fault}`, {
    hint: 'set the key again without anything around it, or use --endpoint emulator, which needs none',
  });
}

function checkWorkspace(workspace: string | null): void {
  if (workspace === null || sendable.test(workspace)) return;
  throw new VocabError('usage', `the workspace "${quotable(workspace)}" is not a workspace id`, {
    hint: 'set account.workspace to an id such as llm-xxxx, or leave it out',
  });
}
