import { type Content, failure } from './reply.js';

export interface EmulatorRequest {
  readonly method: string;
  /** The path of the URL, without its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | undefined;
}

/** What is wrong with a request before its body is looked at; null: nothing. */
export function checkRoute(method: string, path: string): Content | null {
  if (!path.endsWith('/services/audio/asr/customization')) {
    return failure(404, 'NotFound', 'nothing is served at this path');
  }
  return method === 'POST' ? null : failure(405, 'InvalidParameter', 'only POST is served at this path');
}

/** What a key of another region gets, and any other that is not accepted: nothing tells the two apart. */
export const keyRefused: Content = failure(401, 'InvalidApiKey', 'Invalid API-key provided.');

/** Any key is as good as another, but there must be one. Names of headers may be in any case. */
export function checkHeaders(headers: Readonly<Record<string, string>>): Content | null {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (!/^Bearer +\S/i.test(lower.get('authorization') ?? '')) {
    return failure(401, 'InvalidApiKey', 'no API key was sent');
  }
  const json = /^application\/json *(;|$)/i.test(lower.get('content-type') ?? '');
  return json ? null : failure(400, 'InvalidParameter', 'the content-type must be application/json');
}
