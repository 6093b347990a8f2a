import type { FetchAudio } from './recognition/audio.js';
import { type Content, failure } from './reply.js';
import type { Route } from './route.js';

export interface EmulatorRequest {
  readonly method: string;
  /** The path of the URL, without its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | undefined;
  /** Scheme, host and port under which the client knows the server. */
  readonly origin?: string | undefined;
  /** Left out: audio that is named by a URL is not fetched. */
  readonly fetchAudio?: FetchAudio | undefined;
}

/** What a key of another region gets, and any other that is not accepted: nothing tells the two apart. */
export const keyRefused: Content = failure(401, 'InvalidApiKey', 'Invalid API-key provided.');

type Headers = ReadonlyMap<string, string>;

/** Names of headers may be in any case. */
function lowered(headers: EmulatorRequest['headers']): Headers {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What is wrong with the headers of a request on its route; null: nothing. */
export function checkHeaders(headers: EmulatorRequest['headers'], { kind }: Route): Content | null {
  const lower = lowered(headers);
  switch (kind) {
    case 'result':
      return checkNoKey(lower);
    case 'task':
      return checkKey(lower);
    case 'file':
      return checkKey(lower) ?? checkJson(lower) ?? checkAsync(lower);
    case 'customization':
    case 'flash':
      return checkKey(lower) ?? checkJson(lower);
  }
}

/** Checks the same of a handshake. */
export function checkHandshake(headers: EmulatorRequest['headers']): Content | null {
  return checkKey(lowered(headers));
}

/** Any key is as good as another, but there must be one. */
function checkKey(headers: Headers): Content | null {
  if (/^Bearer +\S/i.test(headers.get('authorization') ?? '')) return null;
  return failure(401, 'InvalidApiKey', 'no API key was sent');
}

/** Results lie on a server for files, at a URL that is signed: whoever sends it a key gives the key away, and is refused. */
function checkNoKey(headers: Headers): Content | null {
  if (!headers.has('authorization')) return null;
  return failure(400, 'InvalidArgument', 'a result is read without a key');
}

function checkJson(headers: Headers): Content | null {
  const json = /^application\/json *(;|$)/i.test(headers.get('content-type') ?? '');
  return json ? null : failure(400, 'InvalidParameter', 'the content-type must be application/json');
}

function checkAsync(headers: Headers): Content | null {
  if (headers.get('x-dashscope-async')?.toLowerCase() === 'enable') return null;
  return failure(403, 'AccessDenied', 'current user api does not support synchronous calls.');
}
