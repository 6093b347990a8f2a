import { TransportFailure, VocabError } from '../model/errors.js';
import type { Answer, HttpResponse, Remote, Transport } from '../model/ports.js';
import { quotable } from '../model/text/printable.js';
import { redactorOf } from './redact.js';
import { answeredError, readAnswer, unansweredError } from './remote-error.js';
import { type Call, calls } from './wire.js';

export interface DashscopeOptions {
  /** The base URL for people, or `emulator`. */
  readonly endpoint: string;
  /** The base URL that requests go to, without a trailing slash. */
  readonly url: string;
  readonly key: string;
  readonly workspace: string | null;
  /** The version of vocabsync, for the User-Agent. */
  readonly version: string;
  readonly transport: Transport;
}

type Send = <T>(call: Call<T>, signal: AbortSignal | undefined) => Promise<Answer<T>>;

/**
 * The vendor's hotword API behind the Remote port: one request a call, never repeated. A call that fails throws a
 * VocabError with `remote` set; one that is aborted rejects with the signal's reason. Throws `key-missing` or `usage`
 * at once when the key or the workspace cannot be sent.
 */
export function createDashscopeRemote(options: DashscopeOptions): Remote {
  const send = sender(options);
  return {
    endpoint: options.endpoint,
    list: (page, signal) => send(calls.list(page), signal),
    query: (vocabulary_id, signal) => send(calls.query(vocabulary_id), signal),
    create: (list, signal) => send(calls.create(list), signal),
    update: (vocabulary_id, hotwords, signal) => send(calls.update(vocabulary_id, hotwords), signal),
    delete: (vocabulary_id, signal) => send(calls.delete(vocabulary_id), signal),
  };
}

function sender(options: DashscopeOptions): Send {
  const url = `${options.url}/services/audio/asr/customization`;
  const headers = headersOf(options);
  const redact = redactorOf(options.key);
  const clean = (text: string): string => quotable(redact(text));

  async function exchange(call: Call<unknown>, signal: AbortSignal | undefined): Promise<HttpResponse> {
    try {
      const response = await options.transport({ url, headers, body: call.body, signal });
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

/** The key goes nowhere but into this one header. */
function headersOf({ key, workspace, version }: DashscopeOptions): Readonly<Record<string, string>> {
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
