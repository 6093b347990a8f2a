import { type TransportFailure, VocabError } from '../model/errors.js';
import type { FailedAnswer } from './answer.js';
import { classify } from './error-map.js';
import { parseHttpDate } from './http-date.js';
import { parseRetryAfter } from './retry-after.js';

/** The error for a request that got no complete answer. `attempt`: such as `query_vocabulary vocab-acme-…`. */
export function unansweredError(attempt: string, cause: TransportFailure): VocabError {
  const { error, failure, hint } = classify({ phase: cause.phase });
  const fate = cause.phase === 'connect' ? 'was not sent' : 'got no complete answer';
  const remote = { failure, status: null, vendor_code: null, request_id: null, retry_after_ms: null };
  return new VocabError(error, `${attempt} ${fate}: ${cause.message}`, { hint, remote, cause });
}

/** The error for an answer that is no success. `clean` makes a text of the server fit to be shown. */
export function answeredError(
  attempt: string,
  { response, code, message, request_id, problem }: FailedAnswer,
  clean: (text: string) => string,
): VocabError {
  const { status, headers } = response;
  const { error, failure, hint } = classify({ phase: 'answered', status, code });
  const shown = { code: code && clean(code), request_id: request_id && clean(request_id) };
  const facts = join(', ', `HTTP ${status}`, shown.code, shown.request_id && `request ${shown.request_id}`);
  const details = join(' ', problem, message && `"${clean(message)}"`);
  return new VocabError(error, join(': ', `${attempt} failed (${facts})`, details), {
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

function join(separator: string, ...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}
