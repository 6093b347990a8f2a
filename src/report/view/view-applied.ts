import type { ApplyResult, StepResult, StepStatus } from '../../model/apply-result.js';
import type { StepOp } from '../../model/plan.js';
import { printable } from '../../model/printable.js';
import { count } from '../layout.js';
import { symbols } from './legend.js';
import type { Symbol } from './report-view.js';

/** What a run came to, in words; see report-view for what holds of all texts. */
export interface AppliedView {
  readonly converged: boolean;
  /** `2 done, 1 failed`; empty when there was nothing to do. */
  readonly counts: string;
  readonly finale: string;
  readonly steps: readonly AppliedStepView[];
  /** What is left, what is waited for, what to do next: a sentence each. */
  readonly next: readonly string[];
}

export interface AppliedStepView {
  readonly status: StepStatus;
  readonly symbol: Symbol;
  readonly op: StepOp;
  readonly address: string;
  readonly vocabulary_id: string | null;
  /** For the vendor's support. */
  readonly request_id: string | null;
  readonly note: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null } | null;
  /** Whether nobody can know what came of it. */
  readonly in_doubt: boolean;
}

/** How a run that changes the account speaks of itself. */
export interface Purpose {
  /** What it has reached when it reached its end. */
  readonly reached: string;
  /** What to do about changes that are left. */
  readonly again: string;
}

const applying: Purpose = {
  reached: 'The account is as the configuration wants it.',
  again: 'run `vocabsync plan`, then apply again',
};

export const inDoubt = 'Nobody knows whether it took effect; `vocabsync plan` shows what is there now.';

/** @param purpose left out: to apply the configuration */
export function viewApplied(result: ApplyResult, purpose: Purpose = applying): AppliedView {
  return {
    converged: result.converged,
    counts: statusCounts(result.steps),
    finale: result.converged ? purpose.reached : 'Not everything is done.',
    steps: result.steps.map(viewStepResult),
    next: nextSteps(result, purpose),
  };
}

function viewStepResult({
  step,
  status,
  vocabulary_id,
  request_id,
  note,
  error,
}: StepResult): AppliedStepView {
  return {
    status,
    symbol: symbols[step.op],
    op: step.op,
    address: printable(step.change.address),
    vocabulary_id: vocabulary_id && printable(vocabulary_id),
    request_id: request_id && printable(request_id),
    note: note && printable(note),
    error: error && {
      code: error.code,
      message: printable(error.message),
      hint: error.hint && printable(error.hint),
    },
    in_doubt: status === 'unknown' && error?.code !== 'not-ready',
  };
}

function statusCounts(steps: readonly StepResult[]): string {
  const statuses: StepStatus[] = ['done', 'failed', 'skipped', 'unknown'];
  return statuses
    .map((status) => ({ status, amount: steps.filter((step) => step.status === status).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ status, amount }) => `${amount} ${status}`)
    .join(', ');
}

function nextSteps(
  { converged, final, final_error, interrupted }: ApplyResult,
  { again }: Purpose,
): string[] {
  if (converged) return [];
  const stopped = interrupted ? ['The run was interrupted; what was under way came to its end.'] : [];
  if (final === null)
    return [...stopped, `It could not be read again: ${printable(final_error?.message ?? 'unknown error')}`];
  const left = final.steps.length;
  const waiting = final.changes.filter(
    ({ after, before }) => after !== null && before !== null && before.status !== 'OK',
  );
  return [
    ...stopped,
    ...(left > 0 ? [`${count(left, 'change')} left: ${again}.`] : []),
    ...waiting.map(
      ({ address, before }) =>
        `${printable(address)} is ${printable(before?.status ?? '')}, not OK: recognition ignores it.`,
    ),
    ...final.blocked.map(({ message }) => printable(message)),
  ];
}
