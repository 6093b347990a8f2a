import type { Location } from '../../model/diagnostic.js';
import type { ChecksView, CheckView } from './checks-view.js';
import type { DiagnosticsView, DiagnosticView } from './diagnostics.js';
import type { ErrorView, FailureView } from './failure-view.js';
import type { FilesView, FileView } from './files-view.js';
import type { AccountDetails, OverviewView } from './overview-view.js';
import type { BlockedView, ChangeView, InstantView, ReportView } from './report-view.js';
import type { ResultView, StepResultView } from './result-view.js';

/**
 * One thing that a list of results shows at a line of a file: what forms for code scanning, test reports and annotations
 * have in common. All texts are printable; a message may have several lines.
 */
export interface Point {
  readonly level: 'error' | 'warning' | 'note';
  /** A stable id in kebab-case: a rule, an error code, or what happens to a list. */
  readonly id: string;
  /** What it is about, in a word or two. */
  readonly title: string;
  readonly message: string;
  readonly location: Location | null;
  /** The configuration that it is about, where that need not be the one of the whole report. */
  readonly config?: string | null;
  /** Whether it says what a text beside it says too, so that it is of use at its line, and nowhere else. */
  readonly isTold?: boolean;
}

/** Lists what blocks, each list that changes or drifts, and each diagnostic. */
export function pointsOfReport(view: ReportView): Point[] {
  const { blocked, changes, instant, diagnostics } = view;
  return [
    ...blocked.map((block) => pointOfBlock(block, view)),
    ...changes.filter((change) => isWorthALine(change, view)).map((change) => pointOfChange(change, view)),
    ...instant.filter(isWorthALineOfItsOwn).map((one) => pointOfInstant(one, view)),
    ...diagnostics.map(pointOfDiagnostic),
  ];
}

/** Lists every step that was not done, what else is not, and each diagnostic of the plan. */
export function pointsOfResult(view: ResultView): Point[] {
  const { steps, kind, output_error, diagnostics } = view;
  return [
    ...steps.filter(({ status }) => status !== 'done').map((step) => pointOfStep(step, kind)),
    ...(output_error === null ? [] : [pointOfError(output_error)]),
    ...(view.converged ? [] : [pointOfEnd(view)]),
    ...diagnostics.map(pointOfDiagnostic),
  ];
}

/** Says that a run has not come to its end, also where no step failed: a list may not be OK, or nobody could look. */
function pointOfEnd({ kind, finale, next }: ResultView): Point {
  return {
    level: 'error',
    id: `${kind}-not-done`,
    title: kind,
    message: lines(finale, ...next),
    location: null,
  };
}

/** Lists why the command came to nothing, what was found in the configuration, and the plan that was not carried out. */
export function pointsOfFailure({ error, diagnostics, report }: FailureView): Point[] {
  const found = diagnostics.map(pointOfDiagnostic);
  const told = new Set(found.map(({ id, message }) => JSON.stringify([id, message])));
  const planned = report === null ? [] : pointsOfReport(report);
  return [
    pointOfError(error),
    ...found,
    ...planned.filter(({ id, message }) => !told.has(JSON.stringify([id, message]))),
  ];
}

/** Lists what is worth a line of one account of several; what recognition hears is told elsewhere. */
export function pointsOfDetails(
  { blocked, diagnostics, changes, instant, steps, errors }: AccountDetails,
  kind: OverviewView['kind'],
): Point[] {
  return [
    ...blocked.map((block) => pointOfBlock(block, { kind: 'plan' })),
    ...(kind === 'plan' || kind === 'diff' || kind === 'drift'
      ? changes
          .filter((change) => isWorthALine(change, { kind }))
          .map((change) => pointOfChange(change, { kind }))
      : []),
    ...instant.filter(isWorthALineOfItsOwn).map((one) => pointOfInstant(one, { kind })),
    ...steps
      .filter(({ status }) => status !== 'done')
      .map((step) => pointOfStep(step, kind === 'restore' ? kind : 'apply')),
    ...errors.map(pointOfError),
    ...diagnostics.map(pointOfDiagnostic),
  ];
}

export function pointsOfDiagnostics({ diagnostics }: Pick<DiagnosticsView, 'diagnostics'>): Point[] {
  return diagnostics.map(pointOfDiagnostic);
}

/** Lists each file that is not as it should be, where that is what was asked, and each diagnostic. */
export function pointsOfFiles({ kind, state, files, diagnostics }: FilesView): Point[] {
  const isCheck = kind === 'fmt' && state === 'changes';
  const unfit = isCheck ? files.filter(({ action }) => action === 'change') : [];
  return [...unfit.map(pointOfFile), ...diagnostics.map(pointOfDiagnostic)];
}

function pointOfFile({ path, did, note }: FileView): Point {
  const message = lines(`${path} ${did}`, note ?? '', 'run `vocabsync fmt` and commit what it writes');
  const location = { file: path, line: 1, column: 1 };
  return { level: 'error', id: 'fmt-change', title: 'fmt', message, location };
}

/** Lists what fails and what somebody should look at; that all else is well is no result of a line. */
export function pointsOfChecks({ checks }: Pick<ChecksView, 'checks'>): Point[] {
  return checks.flatMap((check) =>
    check.status === 'fail' || check.status === 'warn' ? pointOfCheck(check) : [],
  );
}

/** What was seen of one finding, at most so often; the JSON document has it all. */
const mostEvidence = 10;

/** At the first place where it can be seen. */
export function pointOfCheck({ id, status, message, hint, evidence }: CheckView): Point {
  const level = status === 'fail' ? 'error' : status === 'warn' ? 'warning' : 'note';
  const isWell = status === 'ok' || status === 'skipped';
  const hidden = evidence.length - mostEvidence;
  const rest = hidden > 0 ? [`… and ${hidden} more`] : [];
  const seen = isWell ? [] : [...evidence.slice(0, mostEvidence).map(({ line }) => line), ...rest];
  const location = evidence.find((one) => one.location !== null)?.location ?? null;
  return {
    level,
    id: `doctor-${id}`,
    title: `doctor: ${id}`,
    message: lines(message, hint ?? '', ...seen),
    location,
  };
}

interface OfKind {
  readonly kind: string;
}

/** That a list is not ready is a diagnostic too; nobody needs to act on one that is kept on purpose. */
function isWorthALine({ label, symbol }: ChangeView, { kind }: OfKind): boolean {
  if (kind !== 'drift') return symbol !== '=';
  return label !== 'not-ready' && label !== 'superseded' && label !== 'protected';
}

/** Nothing is applied by a comparison or a drift, so nothing is held back there. */
function pointOfBlock({ rule, message, hints, location }: BlockedView, { kind }: OfKind): Point {
  const level = kind === 'plan' ? 'error' : 'warning';
  return { level, id: rule, title: rule, message: lines(message, ...hints), location };
}

function pointOfChange(change: ChangeView, { kind }: OfKind): Point {
  const { label, address, tally, consumers, because, location } = change;
  const users = consumers.length === 0 ? '' : `used by ${consumers.join(', ')}`;
  return {
    level: kind === 'drift' ? 'warning' : 'note',
    id: `${kind}-${label}`,
    title: `${kind}: ${label} ${address}`,
    message: lines(tally, because, users),
    location,
    isTold: kind !== 'drift',
  };
}

/** Where nothing is known to be other than before, there is nothing to see at its line. */
function isWorthALineOfItsOwn({ symbol }: InstantView): boolean {
  return symbol !== ' ';
}

function pointOfInstant({ label, name, tally, notes, location }: InstantView, { kind }: OfKind): Point {
  return {
    level: 'note',
    id: `${kind}-instant`,
    title: `${kind}: ${label} ${name}`,
    message: lines(tally, ...notes),
    location,
    isTold: true,
  };
}

function pointOfStep({ status, op, address, note, error }: StepResultView, kind: ResultView['kind']): Point {
  return {
    level: status === 'skipped' ? 'warning' : 'error',
    id: `${kind}-${status}`,
    title: `${op} ${address}: ${status}`,
    message: lines(error?.message ?? note ?? status, error?.hint ?? ''),
    location: null,
  };
}

export function pointOfError({ code, message, hint }: ErrorView): Point {
  return { level: 'error', id: code, title: code, message: lines(message, hint ?? ''), location: null };
}

function pointOfDiagnostic({ severity, rule, message, hint, location }: DiagnosticView): Point {
  const level = severity === 'info' ? 'note' : severity;
  return { level, id: rule, title: rule, message: lines(message, hint ?? ''), location };
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
