/** Why an operation failed. Closed: `docs/errors.md` has a row for each, and `cli/exit-code` an exit code. */
export type ErrorCode =
  | 'usage'
  | 'config-invalid'
  | 'plan-file-invalid'
  | 'document-invalid'
  | 'endpoint-untrusted'
  | 'key-missing'
  | 'unauthenticated'
  | 'forbidden'
  | 'account-overdue'
  | 'not-found'
  | 'quota-full'
  | 'rejected'
  | 'throttled'
  | 'unavailable'
  | 'bad-response'
  | 'listing-incomplete'
  | 'deadline'
  | 'interrupted'
  | 'conflict'
  | 'locked'
  | 'plan-stale'
  | 'blocked'
  | 'not-approved'
  | 'not-ready'
  | 'file-unwritable'
  | 'base-unavailable'
  | 'unexpected';

/**
 * What a failed request means for sending it again.
 * throttled: refused unread, send it later · transient: it never left, send it again ·
 * ambiguous: it may have been carried out, look first · permanent: sending it again cannot help.
 */
export type FailureClass = 'throttled' | 'transient' | 'ambiguous' | 'permanent';

/** What is known about a request that failed. */
export interface RemoteFailure {
  readonly failure: FailureClass;
  /** null: no answer arrived. */
  readonly status: number | null;
  /** The vendor's `code`, where the answer had one. */
  readonly vendor_code: string | null;
  readonly request_id: string | null;
  /** From Retry-After, in milliseconds. */
  readonly retry_after_ms: number | null;
}

export interface VocabErrorOptions {
  readonly hint?: string | null;
  readonly remote?: RemoteFailure | null;
  readonly cause?: unknown;
}

/** An operation that failed for a reason vocabsync understands. Any other exception is a bug of ours. */
export class VocabError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | null;
  readonly remote: RemoteFailure | null;

  constructor(code: ErrorCode, message: string, options: VocabErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'VocabError';
    this.code = code;
    this.hint = options.hint ?? null;
    this.remote = options.remote ?? null;
  }
}

/** How far a request had come when the connection failed: before it left, or with its fate unknown. */
export type TransportPhase = 'connect' | 'sent';

/** Thrown by a Transport when no complete answer arrived. */
export class TransportFailure extends Error {
  readonly phase: TransportPhase;

  constructor(phase: TransportPhase, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'TransportFailure';
    this.phase = phase;
  }
}

/** Narrows an unknown exception to a VocabError with one of the given codes. */
export function isVocabError(error: unknown, ...codes: ErrorCode[]): error is VocabError {
  return error instanceof VocabError && (codes.length === 0 || codes.includes(error.code));
}
