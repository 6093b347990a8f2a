import type { ErrorCode, VocabError } from '../model/errors.js';
import type { ApplyResult } from '../model/result/apply-result.js';

export const exitCodes = {
  done: 0,
  bug: 1,
  changes: 2,
  invalid: 3,
  blocked: 4,
  stale: 5,
  partial: 6,
  denied: 7,
  unavailable: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a run that wrote nothing ends with. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return table[code];
}

const table: Readonly<Record<ErrorCode, ExitCode>> = {
  usage: exitCodes.invalid,
  'config-invalid': exitCodes.invalid,
  'plan-file-invalid': exitCodes.invalid,
  'document-invalid': exitCodes.invalid,
  'endpoint-untrusted': exitCodes.invalid,
  rejected: exitCodes.invalid,
  'file-unwritable': exitCodes.invalid,
  'base-unavailable': exitCodes.invalid,
  'key-missing': exitCodes.denied,
  unauthenticated: exitCodes.denied,
  forbidden: exitCodes.denied,
  'account-overdue': exitCodes.denied,
  throttled: exitCodes.unavailable,
  unavailable: exitCodes.unavailable,
  'bad-response': exitCodes.unavailable,
  'listing-incomplete': exitCodes.unavailable,
  deadline: exitCodes.unavailable,
  conflict: exitCodes.stale,
  locked: exitCodes.stale,
  'not-found': exitCodes.stale,
  'plan-stale': exitCodes.stale,
  blocked: exitCodes.blocked,
  'not-approved': exitCodes.blocked,
  'quota-full': exitCodes.blocked,
  'not-ready': exitCodes.partial,
  interrupted: exitCodes.interrupted,
  unexpected: exitCodes.bug,
};

/** Where several apply and nothing was written, the first of these. */
const precedence: readonly ExitCode[] = [
  exitCodes.bug,
  exitCodes.interrupted,
  exitCodes.invalid,
  exitCodes.denied,
  exitCodes.unavailable,
  exitCodes.stale,
  exitCodes.blocked,
];

/** Finds the worst of several exit codes: what stands for all of them. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return worst.find((code) => codes.includes(code)) ?? exitCodes.done;
}

const worst: readonly ExitCode[] = [
  exitCodes.bug,
  exitCodes.interrupted,
  exitCodes.partial,
  exitCodes.invalid,
  exitCodes.denied,
  exitCodes.unavailable,
  exitCodes.stale,
  exitCodes.blocked,
  exitCodes.changes,
];

/** What a run that carried out a plan ends with; `outputError`: why an output file was not written. */
export function exitCodeOfApply(
  { steps, converged, interrupted, final_error }: ApplyResult,
  outputError: VocabError | null,
): ExitCode {
  const done = converged && steps.every(({ status }) => status === 'done');
  if (done && outputError === null) return exitCodes.done;
  const errors = steps.flatMap(({ error }) => error ?? []).concat(final_error ?? [], outputError ?? []);
  const codes = errors.map(({ code }) => exitCodeOf(code));
  if (interrupted || codes.includes(exitCodes.interrupted)) return exitCodes.interrupted;
  if (steps.some(({ wrote }) => wrote)) return exitCodes.partial;
  return precedence.find((code) => codes.includes(code)) ?? exitCodes.partial;
}
