import type { Answer, HttpResponse } from '../model/ports.js';
import type { Call } from './calls.js';
import { parseHttpDate } from './http-date.js';
import { parseEnvelope } from './wire.js';

/** An answer that is no success; its texts are still as the server wrote them. */
export interface FailedAnswer {
  readonly response: HttpResponse;
  readonly code: string | null;
  readonly message: string | null;
  readonly request_id: string | null;
  /** Why it cannot be read, in our words. */
  readonly problem: string | null;
}

/**
 * A success is a 200 without a code and with the output that was asked for. Anything else has failed: most of all, it
 * must never be read as an empty list.
 */
export function readAnswer<T>(response: HttpResponse, parse: Call<T>['parse']): Answer<T> | FailedAnswer {
  const { status, headers, body } = response;
  const envelope = parseEnvelope(body);
  const request_id = envelope?.request_id ?? headers['x-request-id'] ?? null;
  if (envelope === null)
    return { response, code: null, message: null, request_id, problem: unreadable(body) };
  const { code, message, output } = envelope;
  if (status !== 200 || code !== null) return { response, code, message, request_id, problem: null };
  const parsed = parse(output);
  if ('problem' in parsed) return { response, code, message, request_id, problem: parsed.problem };
  return { value: parsed.value, request_id, server_time: parseHttpDate(headers['date']) };
}

function unreadable(body: string): string {
  return body.trim() === '' ? 'the answer has no text' : 'the answer is not the JSON that the vendor sends';
}
