import { type TransportFailure, VocabError } from '../model/errors.js';
import type { FailedAnswer } from './answer.js';
import type { Call } from './calls.js';
import { classify, type Verdict } from './error-map.js';
import { parseHttpDate } from './http-date.js';
import { parseRetryAfter } from './retry-after.js';

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
  call: Pick<Call<unknown>, 'attempt' | 'aboutOne'>,
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
function verdictOn(
  { aboutOne }: Pick<Call<unknown>, 'aboutOne'>,
  status: number,
  code: string | null,
): Verdict {
  const verdict = classify({ phase: 'answered', status, code });
  if (verdict.error !== 'not-found' || aboutOne) return verdict;
  return classify({ phase: 'answered', status: 404, code: null });
}

function join(separator: string, ...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}
