import { type Action, type Call, isRecord, parseJson } from './call.js';
import type { FaultKind } from './faults.js';
import type { EmulatorReply } from './reply.js';
import type { Served } from './store.js';

/** What one API request came to. */
export interface RequestRecord {
  /** When it came in; epoch milliseconds. */
  readonly at: number;
  /** Until it was decided what to answer, the latency included; milliseconds. */
  readonly duration_ms: number;
  /** null: none of the five. */
  readonly action: Action | null;
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
  readonly call: Call | null;
  readonly at: number;
  readonly now: number;
  /** null: it was not carried out. */
  readonly served: Served | null;
  readonly fault: FaultKind | null;
}

export function recordRequest({ call, at, now, served, fault }: Asked, reply: EmulatorReply): RequestRecord {
  const response = reply.kind === 'answer' ? reply.response : null;
  return {
    at,
    duration_ms: Math.max(0, now - at),
    action: call?.action ?? null,
    vocabulary_id: idIn(call?.input) ?? idIn(served?.body['output']),
    status: response?.status ?? null,
    code: codeIn(response?.body ?? ''),
    request_id: response?.headers['x-request-id'] ?? null,
    fault,
    slots: served?.state.lists.length ?? null,
  };
}

function idIn(fields: unknown): string | null {
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
