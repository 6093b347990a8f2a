import { type TransportFailure, VocabError } from '../model/errors.js';
import type { Answer, HttpResponse } from '../model/ports.js';
import { type Attempt, type Parse, parseEnvelope } from './envelope.js';
import { classify, type Verdict } from './error-map.js';
import { parseHttpDate, parseRetryAfter } from './retry-after.js';

/** The error for a request that got no complete answer. `attempt`: such as `query_vocabulary vocab-acme-…`. */
export function unansweredError(
  attempt: string,
  cause: TransportFailure,
  clean: (text: string) => string,
): VocabError {
  const { error, failure, hint } = classify({ phase: cause.phase });
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
  const { status, headers } = response;
  const { error, failure, hint } = verdictOn(call, status, code);
  const shown = { code: code && clean(code), request_id: request_id && clean(request_id) };
  const facts = join(', ', `HTTP ${status}`, shown.code, shown.request_id && `request ${shown.request_id}`);
  const details = join(' ', problem, message && `"${clean(message)}"`);
  return new VocabError(error, join(': ', `${call.attempt} failed (${facts})`, details), {
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

/** Only a call about one list can find it gone; to any other the same answer says that the address is wrong. */
function verdictOn({ aboutOne }: Pick<Attempt, 'aboutOne'>, status: number, code: string | null): Verdict {
  const verdict = classify({ phase: 'answered', status, code });
  if (verdict.error !== 'not-found' || aboutOne) return verdict;
  return classify({ phase: 'answered', status: 404, code: null });
}

function join(separator: string, ...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

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
export function readAnswer<T>(response: HttpResponse, parse: Parse<T>): Answer<T> | FailedAnswer {
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
