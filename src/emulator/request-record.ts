import { isRecord, parseJson, type RequestAction } from './call.js';
import type { FaultKind } from './faults.js';
import type { EmulatorReply } from './reply.js';

/** What one API request came to. */
export interface RequestRecord {
  /** When it came in; epoch milliseconds. */
  readonly at: number;
  /** Until it was decided what to answer, the latency included; milliseconds. */
  readonly duration_ms: number;
  /** null: none that there is. A stream is one from the handshake to its end, or to that of a task on it. */
  readonly action: RequestAction | null;
  /** The list it named or made; null: none. */
  readonly vocabulary_id: string | null;
  /** null: no answer left. */
  readonly status: number | null;
  /** The vendor's `code` in the answer; null: it had none, or nobody could read it. */
  readonly code: string | null;
  /** As the answer named it; null: it did not. */
  readonly request_id: string | null;
  /** What went wrong because it was to; null: nothing. */
  readonly fault: FaultKind | null;
  /** Slots taken right after it; null: it was not carried out. */
  readonly slots: number | null;
}

/** What is known of a request beside its answer. */
export interface Asked {
  readonly action: RequestAction | null;
  readonly vocabulary_id: string | null;
  readonly at: number;
  readonly now: number;
  /** null: no list was asked about, or it was not carried out. */
  readonly slots: number | null;
  readonly fault: FaultKind | null;
}

export function recordRequest({ now, ...asked }: Asked, reply: EmulatorReply): RequestRecord {
  const response = reply.kind === 'answer' ? reply.response : null;
  return {
    ...asked,
    duration_ms: Math.max(0, now - asked.at),
    status: response?.status ?? null,
    code: codeIn(response?.body ?? ''),
    request_id: response?.headers['x-request-id'] ?? null,
  };
}

/** The list that an input or an output names. */
export function idIn(fields: unknown): string | null {
  return textIn(fields, 'vocabulary_id');
}

/** No failure says much, and the words of a list need not be read again for it. */
const longestFailure = 1000;

function codeIn(body: string): string | null {
  return body.length > longestFailure ? null : textIn(parseJson(body), 'code');
}

function textIn(fields: unknown, name: string): string | null {
  const text = isRecord(fields) ? fields[name] : null;
  return typeof text === 'string' ? text : null;
}
