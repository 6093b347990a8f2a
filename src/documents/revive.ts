import type { Change } from '../model/change.js';
import type { Comparison } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Drift } from '../model/drift.js';
import { type ErrorCode, VocabError } from '../model/errors.js';
import type { BlockRule, Plan, Step } from '../model/plan.js';
import type { ApplyResult, StepResult } from '../model/result/apply-result.js';
import { nothingPublished, type PublishedOutputs } from '../model/result/outputs.js';
import type { Document, Reported } from './parse-document.js';
import { listAt, noWords, reviveChange } from './revive-change.js';
import { reviveInstant } from './revive-instant.js';

/*
 * Documents back into what they were made of, so that a report of several accounts is told by the same views as a report
 * of one. What a document leaves out (the words of lists that stay as they are, times of the server) is empty, and no view
 * that is asked here needs it.
 */

type PlanFields = Reported<Document<'plan'>>;
type OfflineFields = Reported<Document<'diff'>>;
type Problem = NonNullable<Document<'apply'>['error']>;

/** Whether a document has a report, and does not only say why there is none. */
export function isReported<D extends object>(document: D): document is Reported<D> {
  return 'changes' in document && Array.isArray(document.changes);
}

export function revivePlan(document: PlanFields): Plan {
  const { account, digest } = document;
  const { endpoint, workspace, quota } = account;
  return {
    ...reviveParts(document),
    account: { endpoint, workspace, name: account.name ?? null, api_key_env: account.api_key_env ?? '' },
    digest,
    quota,
    unmanaged: document.unmanaged,
  };
}

export function reviveDrift(document: Reported<Document<'drift'>>): Drift {
  const plan = revivePlan(document);
  const changeOf = (list: { readonly address: string; readonly vocabulary_id: string | null }) =>
    plan.changes.filter(
      ({ address, before }) =>
        address === list.address && (before?.vocabulary_id ?? null) === list.vocabulary_id,
    );
  return {
    plan,
    items: document.drift.flatMap((item) =>
      changeOf(item)
        .slice(0, 1)
        .map((change) => ({ class: item.class, change })),
    ),
    kept: document.kept.flatMap((list) => changeOf(list).slice(0, 1)),
  };
}

export function reviveComparison(document: OfflineFields): Comparison {
  const { base, slots, consumers, redeploy } = document;
  const account = {
    endpoint: 'offline',
    workspace: null,
    name: document.account?.name ?? null,
    api_key_env: '',
  };
  const quota = {
    limit: slots.limit,
    in_use: slots.before,
    unmanaged: 0,
    peak: slots.peak,
    after: slots.after,
  };
  return {
    base,
    plan: { ...reviveParts(document), account, digest: '', quota, unmanaged: [] },
    moved: consumers.map(({ name, from, to, instant }) => ({
      name,
      from: from === null ? null : listAt(from),
      to: to === null ? null : listAt(to),
      // Before there were any, a consumer without a list was none.
      instant: instant ?? { from: from === null ? null : [], to: to === null ? null : [] },
      has_other_id: redeploy.includes(name) || to === null,
      hotwords: noWords,
    })),
    slots,
    settings: document.settings,
    move: null,
  };
}

/** What a run did. @returns null when the document only says why nothing was done */
export function reviveResult(document: Document<'apply'>): ApplyResult | null {
  if (!isCarriedOut(document)) return null;
  const plan = revivePlan(document);
  const { converged, interrupted, remaining, error } = document;
  return {
    plan,
    steps: document.steps.map((step) => reviveStep(step, plan)),
    final: remaining === null ? null : leftOver(plan, remaining),
    converged,
    interrupted,
    // It is of the last look, or of the files that were written after it.
    final_error: error === undefined || remaining !== null ? null : reviveError(error),
  };
}

/** What was left beside the account: backups, and the files of ids. Whether any of those were left alone, it does not say. */
export function reviveFiles(document: Document<'apply'>): RunFiles {
  if (!isCarriedOut(document)) return { outputs: nothingPublished, backups: null };
  const { outputs: written, backups, remaining, error } = document;
  const isTheirs = error !== undefined && remaining !== null;
  return { outputs: { written, withheld: false, error: isTheirs ? reviveError(error) : null }, backups };
}

interface RunFiles {
  readonly outputs: PublishedOutputs;
  readonly backups: string | null;
}

export function reviveError({ code, message, hint }: Problem): VocabError {
  return new VocabError(code as ErrorCode, message, hint === null ? {} : { hint });
}

export function reviveDiagnostics({
  diagnostics,
}: {
  readonly diagnostics: PlanFields['diagnostics'];
}): Diagnostic[] {
  return diagnostics.map(({ severity, rule, message, hint, file, line, column, related }) => ({
    severity,
    rule,
    message,
    hint,
    location:
      file === undefined || line === undefined || column === undefined ? null : { file, line, column },
    related: related ?? null,
  }));
}

function reviveParts(
  document: PlanFields | OfflineFields,
): Pick<Plan, 'changes' | 'steps' | 'instant' | 'blocked' | 'diagnostics' | 'known_ids' | 'server_time'> {
  const changes = document.changes.map(reviveChange);
  return {
    changes,
    steps: document.steps.flatMap((step) => {
      const change = changes.find(({ address, action }) => address === step.address && action === step.op);
      return change === undefined ? [] : [stepOf(step, change)];
    }),
    blocked: document.blocked.map(({ rule, address, message, hints }) => ({
      rule: rule as BlockRule,
      address,
      message,
      hints,
    })),
    diagnostics: reviveDiagnostics(document),
    instant: (document.instant ?? []).map(reviveInstant),
    known_ids: [],
    server_time: null,
  };
}

function stepOf({ id, op, after, slots_after }: PlanFields['steps'][number], change: Change): Step {
  return { id, op, change, after, slots_after, not_before: null, replacements: [] };
}

type CarriedOut = Extract<Document<'apply'>, { interrupted: boolean; converged: boolean }>;
type ResultStep = CarriedOut['steps'][number];

/** Whether a run carried out its plan; if not, its document says why. */
function isCarriedOut(document: object): document is CarriedOut {
  return 'remaining' in document;
}

function reviveStep(step: ResultStep, { steps }: Plan): StepResult {
  const { status, vocabulary_id, request_id, attempts, note, error } = step;
  const planned = steps.find(({ id }) => id === step.id) ?? stepOf(step, reviveChange(stray(step)));
  return {
    step: planned,
    status,
    vocabulary_id,
    request_id,
    attempts,
    wrote: status === 'done' || status === 'unknown',
    note,
    error: error === null ? null : reviveError(error),
  };
}

/** A step that is not in the plan it came with: a run takes back a list that lost a race. */
function stray({ address, op }: ResultStep): PlanFields['changes'][number] {
  return {
    address,
    prefix: '',
    target_model: '',
    action: op,
    reason: 'duplicate',
    before: null,
    hotwords: { added: [], removed: [], changed: [], unchanged: 0 },
    words_digest: null,
    replaced_by: null,
    consumers: [],
  };
}

/** As many steps as are left; which they are, the document does not say. */
function leftOver(
  plan: Plan,
  { create, update, delete: deletes }: { create: number; update: number; delete: number },
): Plan {
  const [any] = plan.steps;
  const left = create + update + deletes;
  return {
    ...plan,
    changes: [],
    blocked: [],
    steps: any === undefined ? [] : Array.from({ length: left }, () => any),
  };
}
