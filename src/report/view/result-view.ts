import type { StepOp } from '../../model/plan.js';
import type { ApplyResult, StepResult, StepStatus } from '../../model/result/apply-result.js';
import type { PublishedOutputs } from '../../model/result/outputs.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import { type DiagnosticView, type Sources, viewDiagnostics } from './diagnostics.js';
import { type ErrorView, viewError } from './failure-view.js';
import { symbols } from './legend.js';
import type { Symbol } from './report-view.js';
import { instantSummary } from './view-instant.js';

/** What a run did and came to, in words; see report-view for what holds of all texts. */
export interface ResultView {
  readonly kind: 'apply' | 'restore';
  /** `Apply`. */
  readonly title: string;
  /** Whether the account is as it should be. */
  readonly converged: boolean;
  /** Whether that, every step and every file that applications read is done: the command ends with 0. */
  readonly is_done: boolean;
  /** `2 done, 1 failed`; empty when there was nothing to do. */
  readonly counts: string;
  readonly finale: string;
  /** `done`, or what is to be said in its place. */
  readonly verdict: string;
  readonly steps: readonly StepResultView[];
  /** What is left, what is waited for, what to do next: a sentence each. */
  readonly next: readonly string[];
  /** Where backups are, and which files were written: a sentence each. */
  readonly notes: readonly string[];
  /** What went wrong with the output files; null when nothing did. */
  readonly output_error: ErrorView | null;
  /** Whether output files were left alone because a list is missing or not OK. */
  readonly withheld: boolean;
  /** What was said of the configuration and the plan. */
  readonly diagnostics: readonly DiagnosticView[];
}

/** What a run is told from. */
export interface Applied {
  readonly kind: ResultView['kind'];
  readonly result: ApplyResult;
  readonly outputs: PublishedOutputs;
  /** The folder with what was overwritten or deleted; null when nothing was. */
  readonly backups: string | null;
  readonly sources?: Sources;
}

export interface StepResultView {
  readonly status: StepStatus;
  readonly symbol: Symbol;
  readonly op: StepOp;
  readonly address: string;
  readonly vocabulary_id: string | null;
  /** For the vendor's support. */
  readonly request_id: string | null;
  readonly note: string | null;
  readonly error: ErrorView | null;
  /** Whether nobody can know what came of it. */
  readonly in_doubt: boolean;
}

/** How a run that changes the account speaks of itself. */
interface Purpose {
  readonly title: string;
  /** What it has reached when it reached its end. */
  readonly reached: string;
  /** What to do about changes that are left. */
  readonly again: string;
}

const purposes: Readonly<Record<ResultView['kind'], Purpose>> = {
  apply: {
    title: 'Apply',
    reached: 'The account is as the configuration wants it.',
    again: 'run `vocabsync plan`, then apply again',
  },
  restore: {
    title: 'Restore',
    reached: 'The lists are as the backup has them.',
    again: 'run the same restore again',
  },
};

export const inDoubt = 'Nobody knows whether it took effect; `vocabsync plan` shows what is there now.';

export const outputsWithheld =
  'The output files are left as they are: they are written once every list is seen to be there and OK.';

export function viewResult({ kind, result, outputs, backups, sources }: Applied): ResultView {
  const purpose = purposes[kind];
  const isReached = result.converged && outputs.error === null;
  const is_done = isReached && result.steps.every(({ status }) => status === 'done');
  return {
    kind,
    title: purpose.title,
    converged: result.converged,
    is_done,
    verdict: is_done ? 'done' : isReached ? 'in the end all is as it should be' : 'not everything is done',
    counts: statusCounts(result.steps),
    finale: finaleOf(result, outputs, purpose),
    steps: result.steps.map((step) => viewStepResult(step, result)),
    next: nextSteps(result, purpose),
    notes: [...notesOf(backups, outputs), ...(kind === 'apply' ? instantNotes(result.plan, outputs) : [])],
    output_error: outputs.error && viewError(outputs.error),
    withheld: outputs.withheld,
    diagnostics: viewDiagnostics(result.plan.diagnostics, sources),
  };
}

function finaleOf({ converged }: ApplyResult, { error }: PublishedOutputs, { reached }: Purpose): string {
  if (!converged) return 'Not everything is done.';
  return error === null ? reached : `${reached} Not all files under \`outputs\` could be written.`;
}

function notesOf(backups: string | null, { written }: PublishedOutputs): string[] {
  const restore = `vocabsync restore ${printable(backups ?? '')}`;
  return [
    ...(backups === null ? [] : [`What was overwritten or deleted is kept: \`${restore}\``]),
    ...written.map((path) => `Wrote ${printable(path)}`),
  ];
}

/** Nothing is done for them in the account: what matters is whether their words have got to where programs read them. */
function instantNotes({ instant }: ApplyResult['plan'], { written }: PublishedOutputs): string[] {
  const [said] = instantSummary({ instant });
  if (said === undefined) return [];
  const sent = instant.flatMap(({ after }) => (after === null || after.consumers.length === 0 ? [] : after));
  if (written.length === 0 || sent.length === 0) return [`${said}: nothing to write for them in the account`];
  const consumers = new Set(sent.flatMap((words) => words.consumers.map(printable)));
  const names = firstOf(sent.map(({ name }) => printable(name)));
  const files = written.length === 1 ? 'that file' : 'those files';
  return [
    `Published the words of ${names}: they reach ${firstOf([...consumers])} with the next deploy of ${files}, without a new id`,
  ];
}

function viewStepResult(
  { step, status, vocabulary_id, request_id, note, error }: StepResult,
  { converged }: ApplyResult,
): StepResultView {
  return {
    status,
    symbol: symbols[step.op],
    op: step.op,
    address: printable(step.change.address),
    vocabulary_id: vocabulary_id && printable(vocabulary_id),
    request_id: request_id && printable(request_id),
    note: note && printable(note),
    error: error && viewError(error),
    in_doubt: isLost({ status, error }) && !converged,
  };
}

/** Nobody saw what came of it; what is not `OK` yet was seen. */
function isLost({ status, error }: Pick<StepResult, 'status' | 'error'>): boolean {
  return status === 'unknown' && error?.code !== 'not-ready';
}

function statusCounts(steps: readonly StepResult[]): string {
  const statuses: StepStatus[] = ['done', 'failed', 'skipped', 'unknown'];
  return statuses
    .map((status) => ({ status, amount: steps.filter((step) => step.status === status).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ status, amount }) => `${amount} ${status}`)
    .join(', ');
}

/** A list was made whose answer nobody can read: the next run would not know it for its own. */
function isMadeBlindly({ step, wrote, error }: StepResult): boolean {
  return step.op === 'create' && wrote && error?.code === 'bad-response';
}

const settled =
  'Of what is unknown no answer came; the account was read again since, and lacks nothing: there is nothing left to do.';

const heedTheHint = 'see what is said of the list that was made, since another apply may make it once more';

function nextSteps(
  { steps, converged, final, final_error, interrupted }: ApplyResult,
  { again }: Purpose,
): string[] {
  if (converged) return steps.some(isLost) ? [settled] : [];
  const stopped = interrupted ? ['The run was interrupted; what was under way came to its end.'] : [];
  if (final === null)
    return [...stopped, `It could not be read again: ${printable(final_error?.message ?? 'unknown error')}`];
  const left = final.steps.length;
  const waiting = final.changes.filter(
    ({ after, before }) => after !== null && before !== null && before.status !== 'OK',
  );
  return [
    ...stopped,
    ...(left > 0
      ? [`${count(left, 'change')} left: ${steps.some(isMadeBlindly) ? heedTheHint : again}.`]
      : []),
    ...waiting.map(
      ({ address, before }) =>
        `${printable(address)} is ${printable(before?.status ?? '')}, not OK: recognition ignores it.`,
    ),
    ...final.blocked.map(({ message }) => printable(message)),
  ];
}
