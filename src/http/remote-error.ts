import { type TransportFailure, VocabError } from '../model/errors.js';
import type { Answer, HttpResponse } from '../model/ports.js';
import { type Attempt, type Parse, parseEnvelope, parseJson } from './envelope.js';
import { classify, type Verdict } from './error-map.js';
import { parseHttpDate, parseRetryAfter } from './retry-after.js';
import type { Secrecy } from './secrecy.js';

/** The error for a request that got no complete answer. */
export function unansweredError(
  { attempt, hints }: Attempt,
  cause: TransportFailure,
  clean: (text: string) => string,
): VocabError {
  const { error, failure, hint } = classify({ phase: cause.phase }, hints);
  const fate = cause.phase === 'connect' ? 'was not sent' : 'got no complete answer';
  const remote = { failure, status: null, vendor_code: null, request_id: null, retry_after_ms: null };
  return new VocabError(error, `${attempt} ${fate}: ${clean(cause.message)}`, { hint, remote, cause });
}

/** The error for an answer that is no success. `clean` makes a text of the server fit to be shown. */
export function answeredError(
  call: Attempt,
  { response, code, message, request_id, problem }: FailedAnswer,
  clean: (text: string) => string,
): VocabError {
  const status = response?.status ?? null;
  const headers = response?.headers ?? {};
  const { error, failure, hint } = verdictOn(call, status, code);
  const shown = { code: code && clean(code), request_id: request_id && clean(request_id) };
  const http = status === null ? null : `HTTP ${status}`;
  const facts = join(', ', http, shown.code, shown.request_id && `request ${shown.request_id}`);
  const details = join(' ', problem, message && `"${clean(message)}"`);
  const what = join(' ', `${call.attempt} failed`, facts && `(${facts})`);
  return new VocabError(error, join(': ', what, details), {
    hint,
    remote: {
      failure,
      status,
      vendor_code: shown.code,
      request_id: shown.request_id,
      retry_after_ms: parseRetryAfter(headers['retry-after'], parseHttpDate(headers['date'])),
    },
  });
}

/** The error for a handshake that was answered with anything but a connection. */
export function refusedError(
  call: Attempt,
  response: HttpResponse,
  { clean, redactBody }: Secrecy,
): VocabError {
  const refusal = readAnswer({ ...response, body: redactBody(response.body) }, () => ({
    problem: 'there was an answer in place of a connection',
  }));
  // There is nothing that could be read as a success.
  if ('value' in refusal) throw new TypeError('a refusal has no value');
  const { problem, ...facts } = refusal;
  // A gateway refuses without the JSON of the vendor, and its status says enough.
  return answeredError(call, { ...facts, problem: response.status < 300 ? problem : null }, clean);
}

/** Only a call about one list can find it gone; to any other the same answer says that the address is wrong. */
function verdictOn({ aboutOne, hints }: Attempt, status: number | null, code: string | null): Verdict {
  const verdict = classify({ phase: 'answered', status, code }, hints);
  if (verdict.error !== 'not-found' || aboutOne) return verdict;
  return classify({ phase: 'answered', status: 404, code: null }, hints);
}

function join(separator: string, ...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

/** An answer that is no success; its texts are still as the server wrote them. */
export interface FailedAnswer {
  /** null: it came in a message of its own, so that nothing but the code tells what it means. */
  readonly response: HttpResponse | null;
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
export function readAnswer<T>(response: HttpResponse, parse: Parse<T>): Answer<T> | FailedAnswer {
  const { status, headers, body } = response;
  const answer = parseJson(body);
  const envelope = parseEnvelope(answer);
  const request_id = envelope?.request_id ?? headers['x-request-id'] ?? null;
  if (envelope === null)
    return { response, code: null, message: null, request_id, problem: unreadable(body) };
  const { code, message, output } = envelope;
  if (status !== 200 || code !== null) return { response, code, message, request_id, problem: null };
  const parsed = parse(output, answer);
  if ('problem' in parsed) return { response, code, message, request_id, problem: parsed.problem };
  return { value: parsed.value, request_id, server_time: parseHttpDate(headers['date']) };
}

function unreadable(body: string): string {
  return body.trim() === '' ? 'the answer has no text' : 'the answer is not the JSON that the vendor sends';
}
