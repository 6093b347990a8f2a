import type { HttpResponse } from '../model/ports.js';
import type { FaultKind } from './faults.js';
import type { Served } from './store.js';

/** What becomes of a request: an answer, a connection that is cut before its first byte, or silence. */
export type EmulatorReply =
  | { readonly kind: 'answer'; readonly response: HttpResponse }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' };

/** What every answer carries beside its content. */
export interface Envelope {
  readonly request_id: string;
  /** Epoch milliseconds of the server's clock. */
  readonly now: number;
  readonly retry_after_seconds: number | null;
}

export interface Content extends Pick<Served, 'status' | 'body'> {
  /** What is no answer of the API, and so has no request_id. */
  readonly bare?: true;
}

export function failure(status: number, code: string, message: string): Content {
  return { status, body: { code, message } };
}

export const throttled: Content = failure(429, 'Throttling.RateQuota', 'requests come too fast');

export const internalError: Content = failure(500, 'InternalError', 'the service failed');
const errorInSuccess: Content = failure(200, 'InternalError', 'the service failed');
const badGatewayPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

export function renderAnswer({ status, body, bare }: Content, envelope: Envelope): HttpResponse {
  const text = JSON.stringify(bare ? body : { ...body, request_id: envelope.request_id });
  const headers = {
    ...commonHeaders(envelope),
    ...retryHeader(status, envelope),
    'content-type': 'application/json',
  };
  return { status, headers, body: text };
}

/** What a faulty service makes of `content`, the answer it should have given. */
export function renderFault(kind: FaultKind, content: Content, envelope: Envelope): EmulatorReply {
  switch (kind) {
    case 'refuse':
    case 'act-then-fail':
      return answer(renderAnswer(internalError, envelope));
    case 'cut-before':
    case 'cut-after':
      return { kind: 'cut' };
    case 'hang':
    case 'hang-after':
      return { kind: 'hang' };
    case 'throttle':
      return answer(renderAnswer(throttled, envelope));
    case 'html-502':
    case 'html-502-after':
      return answer(renderBadGateway(envelope));
    case 'broken-json':
      return answer(halved(renderAnswer(content, envelope)));
    case 'code-in-200':
      return answer(renderAnswer(errorInSuccess, envelope));
    case 'empty-200':
      return answer({ ...renderAnswer(content, envelope), status: 200, body: '' });
  }
}

export function answer(response: HttpResponse): EmulatorReply {
  return { kind: 'answer', response };
}

/** A gateway in front of the service: it knows neither JSON nor the service's request id. */
function renderBadGateway({ now }: Envelope): HttpResponse {
  return { status: 502, headers: { date: httpDate(now), 'content-type': 'text/html' }, body: badGatewayPage };
}

function halved(response: HttpResponse): HttpResponse {
  return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
}

function commonHeaders({ now, request_id }: Envelope): Record<string, string> {
  return { date: httpDate(now), 'x-request-id': request_id };
}

function retryHeader(status: number, { retry_after_seconds }: Envelope): Record<string, string> {
  const asked = retry_after_seconds !== null && (status === 429 || status === 503);
  return asked ? { 'retry-after': String(retry_after_seconds) } : {};
}

function httpDate(epoch_ms: number): string {
  return new Date(epoch_ms).toUTCString();
}
