import { printable } from '../../model/text/printable.js';
import { count } from '../layout.js';
import type { DiagnosticView } from './diagnostics.js';
import { outcomeOfAccount } from './evaluation/outcome-of-account.js';
import { type EvaluatedView, type EvaluationView, standingName } from './evaluation-view.js';
import type { ErrorView, FailureView } from './failure-view.js';
import type { BlockedView, ChangeView, InstantView, ReportState, ReportView } from './report-view.js';
import type { ResultView, StepResultView } from './result-view.js';

/** What several accounts come to: a row each, and details where something changes. */
export interface OverviewView {
  /** Whose documents they are; several configurations of a work tree are `affected` by a change. */
  readonly kind: ReportView['kind'] | ResultView['kind'] | 'eval' | 'affected';
  /** `Plans` */
  readonly title: string;
  readonly state: ReportState;
  /** `3 accounts, 1 blocked, 1 with changes, 1 unchanged` */
  readonly headline: string;
  /** What holds of every figure, said once; null where none is shown. */
  readonly note: string | null;
  /** The worst first, each in the order of their names. */
  readonly rows: readonly OverviewRow[];
}

/** failed: there is nothing to tell but why · partly: something was written, and not everything is done. */
export type AccountState = ReportState | 'failed' | 'partly';

export interface OverviewRow {
  /** What people call it: the account's name, else its configuration. */
  readonly account: string;
  /** Where its configuration is, as the repository calls it; null when the document does not say. */
  readonly config: string | null;
  readonly state: AccountState;
  readonly headline: string;
  /** The host, or what it is compared with; empty when nobody knows. */
  readonly where: string;
  /** What is approved by approving it; null where nothing can be. */
  readonly digest: string | null;
  /** null: there is nothing to be seen beside the row. */
  readonly details: AccountDetails | null;
}

export interface AccountDetails {
  readonly blocked: readonly BlockedView[];
  readonly diagnostics: readonly DiagnosticView[];
  readonly changes: readonly ChangeView[];
  readonly instant: readonly InstantView[];
  readonly steps: readonly StepResultView[];
  /** What went wrong beside the steps. */
  readonly errors: readonly ErrorView[];
  /** Those that are not as they should be, or worth a look. */
  readonly evaluations: readonly EvaluatedView[];
  /** What is left, and what to do: a sentence each. */
  readonly notes: readonly string[];
}

/** An account with what was said of it. */
export interface ToldAccount {
  readonly account: string;
  readonly config: string | null;
  readonly told:
    | { readonly as: 'report'; readonly view: ReportView }
    | { readonly as: 'result'; readonly view: ResultView }
    | { readonly as: 'evaluation'; readonly view: EvaluationView }
    | { readonly as: 'failure'; readonly view: FailureView };
}

/** Puts the worst first: a row that nobody scrolls to must be one that nobody needs. */
export function viewOverview(
  {
    kind,
    title,
    noun,
  }: { readonly kind: OverviewView['kind']; readonly title: string; readonly noun: string },
  accounts: readonly ToldAccount[],
): OverviewView {
  const rows = accounts.map(rowOf).sort(byUrgency);
  return {
    kind,
    title,
    state: stateOf(rows),
    headline: headlineOf(rows, { kind, noun }),
    note: rows.some(hasEvaluations) ? noteOf(accounts) : null,
    rows,
  };
}

function hasEvaluations({ details }: OverviewRow): boolean {
  return details !== null && details.evaluations.length > 0;
}

/** That of the evaluations; it is the same for all. */
function noteOf(accounts: readonly ToldAccount[]): string | null {
  const notes = accounts.flatMap(({ told }) => (told.as === 'evaluation' ? told.view.note : []));
  return notes[0] ?? null;
}

const urgency: readonly AccountState[] = ['failed', 'partly', 'blocked', 'changes', 'waiting', 'clean'];

function byUrgency(left: OverviewRow, right: OverviewRow): number {
  const difference = urgency.indexOf(left.state) - urgency.indexOf(right.state);
  return difference || (left.account < right.account ? -1 : Number(left.account > right.account));
}

function rowOf({ account, config, told }: ToldAccount): OverviewRow {
  const named = { account: printable(account), config: config === null ? null : printable(config) };
  switch (told.as) {
    case 'report':
      return { ...named, ...rowOfReport(told.view) };
    case 'result':
      return { ...named, ...rowOfResult(told.view) };
    case 'evaluation':
      return { ...named, ...rowOfEvaluation(told.view) };
    case 'failure':
      return { ...named, ...rowOfFailure(told.view) };
  }
}

type Told = Omit<OverviewRow, 'account' | 'config'>;

const nothingElse: AccountDetails = {
  blocked: [],
  diagnostics: [],
  changes: [],
  instant: [],
  steps: [],
  errors: [],
  evaluations: [],
  notes: [],
};

function rowOfReport(view: ReportView): Told {
  const { state, headline, where, digest, changes, instant, blocked, diagnostics } = view;
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  const isQuiet = state === 'clean' && changes.length === 0 && grave.length === 0;
  const details = isQuiet ? null : { ...nothingElse, blocked, diagnostics: grave, changes, instant };
  return { state, headline, where, digest: state === 'changes' ? digest : null, details };
}

function rowOfResult(view: ResultView): Told {
  const { is_done, converged, counts, finale, steps, next, notes, diagnostics, output_error } = view;
  // What no answer came to has taken effect where the account lacks nothing.
  const isBegun = steps.some(({ status }) => status === 'done' || (converged && status === 'unknown'));
  const errors = output_error === null ? [] : [output_error];
  const said = [...next, ...errors.map(({ code, message }) => `${code}: ${message}`), ...notes];
  return {
    state: is_done ? 'clean' : isBegun ? 'partly' : 'failed',
    headline: counts === '' ? finale : counts,
    where: '',
    digest: null,
    details:
      steps.length > 0 || !is_done ? { ...nothingElse, diagnostics, steps, errors, notes: said } : null,
  };
}

function rowOfEvaluation(view: EvaluationView): Told {
  const diagnostics = view.diagnostics.filter(({ severity }) => severity !== 'info');
  const evaluations = view.evaluations.filter(({ state }) => state !== 'clean');
  const isQuiet = evaluations.length === 0 && diagnostics.length === 0;
  return {
    state: view.state,
    headline: outcomeOfAccount(view),
    where: '',
    digest: null,
    details: isQuiet ? null : { ...nothingElse, diagnostics, evaluations },
  };
}

function rowOfFailure({ error: { code, message, hint }, diagnostics, report }: FailureView): Told {
  return {
    state: 'failed',
    headline: `${code}: ${message}`,
    where: report?.where ?? '',
    digest: null,
    details: {
      ...nothingElse,
      blocked: report?.blocked ?? [],
      diagnostics: report?.diagnostics ?? diagnostics,
      changes: report?.changes ?? [],
      instant: report?.instant ?? [],
      notes: hint === null ? [] : [hint],
    },
  };
}

function stateOf(rows: readonly OverviewRow[]): ReportState {
  const [worst] = rows;
  if (worst === undefined) return 'clean';
  return worst.state === 'failed' || worst.state === 'partly' ? 'blocked' : worst.state;
}

/** What an account is called that stands so. */
export function stateName(state: AccountState, kind: OverviewView['kind']): string {
  if (kind === 'eval' && state !== 'failed' && state !== 'partly') return standingName(state);
  switch (state) {
    case 'partly':
      return 'partly done';
    case 'waiting':
      return 'not all OK';
    case 'changes':
      return kind === 'drift' ? 'with drift' : 'with changes';
    case 'clean':
      return kind === 'drift'
        ? 'without drift'
        : kind === 'apply' || kind === 'restore'
          ? 'done'
          : 'unchanged';
    case 'failed':
    case 'blocked':
      return state;
  }
}

function headlineOf(
  rows: readonly OverviewRow[],
  { kind, noun }: { readonly kind: OverviewView['kind']; readonly noun: string },
): string {
  const counts = urgency
    .map((state) => ({ state, amount: rows.filter((row) => row.state === state).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ state, amount }) => `${amount} ${stateName(state, kind)}`);
  return [count(rows.length, noun), ...counts].join(', ');
}

/** The changes of all accounts in one list, each called with its account. */
export function allChanges({ rows }: OverviewView): ChangeView[] {
  return rows.flatMap(({ account, details }) =>
    (details?.changes ?? []).map((change) => ({ ...change, address: `${account} · ${change.address}` })),
  );
}

/** The same for vocabularies without a list. */
export function allInstant({ rows }: OverviewView): InstantView[] {
  return rows.flatMap(({ account, details }) =>
    (details?.instant ?? []).map((one) => ({ ...one, name: `${account} · ${one.name}` })),
  );
}

/** And for the evaluations of which there is something to see. */
export function allEvaluations({ rows }: OverviewView): EvaluatedView[] {
  return rows.flatMap(({ account, details }) =>
    (details?.evaluations ?? []).map((one) => ({ ...one, name: `${account} · ${one.name}` })),
  );
}

/** What blocks and what was found in all accounts, each said with its account. */
export function allBlocked({ rows }: OverviewView): BlockedView[] {
  return rows.flatMap(({ account, details }) =>
    (details?.blocked ?? []).map((block) => ({ ...block, message: `${account}: ${block.message}` })),
  );
}

export function allDiagnostics({ rows }: OverviewView): DiagnosticView[] {
  return rows.flatMap(({ account, details }) =>
    (details?.diagnostics ?? []).map((found) => ({ ...found, message: `${account}: ${found.message}` })),
  );
}
