import type { ApplyResult, StepResult } from '../model/apply-result.js';
import type { Change } from '../model/change.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { VocabError } from '../model/errors.js';
import type { Hotword } from '../model/hotword.js';
import type { Plan, Shaping, Step } from '../model/plan.js';
import { isoTime } from '../model/server-time.js';
import { inReadingOrder } from './diagnostics.js';
import { printableJson, withoutKeys } from './escape.js';
import { countActions } from './plan-view.js';

/*
 * The documents for programs. A new field raises the minor version; one that goes or changes its meaning raises the
 * major one. Readers must accept fields and reasons they do not know.
 */
const format_version = '1.0';

/** `error`: the command line was not even understood. */
export type DocumentKind = 'plan' | 'apply' | 'restore' | 'validate' | 'error';

export interface Envelope {
  readonly kind: DocumentKind;
  /** vocabsync's own. */
  readonly version: string;
}

/** The document's text: two spaces of indentation and a line end. CI prints it, so it is as safe as any other text. */
export function renderJson(document: unknown): string {
  return `${printableJson(JSON.stringify(document, null, 2))}\n`;
}

export function validateDocument(envelope: Envelope, diagnostics: readonly Diagnostic[]): object {
  return { ...head(envelope), diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument) };
}

export function planDocument(envelope: Envelope, plan: Plan, shaping: Shaping): object {
  const { account, digest, quota, changes, steps, blocked, diagnostics, foreign } = plan;
  return {
    ...head(envelope),
    digest,
    account: { ...account, quota },
    shaping,
    changes: changes.map(changeDocument),
    steps: steps.map(stepDocument),
    summary: summary(plan),
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
    blocked,
    foreign: foreign.map(({ vocabulary_id, status }) => ({ vocabulary_id, status })),
  };
}

export function applyDocument(envelope: Envelope, result: ApplyResult, shaping: Shaping): object {
  return {
    ...planDocument(envelope, result.plan, shaping),
    steps: result.steps.map((step) => ({ ...stepDocument(step.step), ...resultDocument(step) })),
    converged: result.converged,
    interrupted: result.interrupted,
    remaining: result.final === null ? null : summary(result.final),
    ...(result.final_error === null ? {} : { error: errorDocument(result.final_error) }),
  };
}

/** A plan that was not carried out, and why. */
export function refusedDocument(
  envelope: Envelope,
  plan: Plan,
  { shaping, error }: { readonly shaping: Shaping; readonly error: VocabError },
): object {
  return { ...planDocument(envelope, plan, shaping), converged: false, error: errorDocument(error) };
}

/** What stdout carries when there is nothing else to say than why it failed. */
export function errorOnlyDocument(
  envelope: Envelope,
  error: VocabError,
  diagnostics: readonly Diagnostic[],
): object {
  return { ...validateDocument(envelope, diagnostics), error: errorDocument(error) };
}

function head({ kind, version }: Envelope) {
  return { format_version, kind, tool: { name: 'vocabsync', version } };
}

function summary(plan: Plan) {
  return {
    create: countActions(plan, 'create'),
    update: countActions(plan, 'update'),
    delete: countActions(plan, 'delete'),
    keep: countActions(plan, 'keep'),
    no_op: countActions(plan, 'no-op'),
  };
}

function changeDocument(change: Change) {
  const { address, name, prefix, target_model, action, reason, before, hotwords } = change;
  const { words_digest, replaced_by, consumers } = change;
  return {
    address,
    ...(name === null ? {} : { name }),
    prefix,
    target_model,
    action,
    reason,
    before: before === null ? null : beforeDocument(before),
    hotwords: {
      added: hotwords.added.map(hotwordDocument),
      removed: hotwords.removed.map(hotwordDocument),
      changed: hotwords.changed.map(({ before: from, after: to }) => changedDocument(from, to)),
      unchanged: hotwords.unchanged,
    },
    words_digest,
    replaced_by,
    consumers,
  };
}

function beforeDocument({
  vocabulary_id,
  status,
  gmt_create,
  gmt_modified,
  hotwords,
}: NonNullable<Change['before']>) {
  return { vocabulary_id, status, gmt_create, gmt_modified, hotword_count: hotwords.length };
}

function hotwordDocument({ text, weight, lang, extra }: Hotword) {
  return { text, weight, lang, ...(extra === null ? {} : { extra }) };
}

function changedDocument(before: Hotword, after: Hotword) {
  return { text: after.text, lang: after.lang, before: sideDocument(before), after: sideDocument(after) };
}

function sideDocument({ weight, extra }: Hotword) {
  return { weight, ...(extra === null ? {} : { extra }) };
}

function stepDocument({ id, op, change, after, slots_after, not_before }: Step) {
  return {
    id,
    op,
    address: change.address,
    after,
    slots_after,
    not_before: not_before === null ? null : isoTime(not_before),
  };
}

function resultDocument({ status, vocabulary_id, request_id, attempts, note, error }: StepResult) {
  return {
    status,
    vocabulary_id,
    request_id,
    attempts,
    note,
    error: error === null ? null : errorDocument(error),
  };
}

export function errorDocument({ code, message, hint, remote }: VocabError) {
  return {
    code,
    message: withoutKeys(message),
    hint: hint && withoutKeys(hint),
    ...(remote === null
      ? {}
      : { status: remote.status, vendor_code: remote.vendor_code, request_id: remote.request_id }),
  };
}

function diagnosticDocument({ severity, rule, message, hint, place, related }: Diagnostic) {
  const texts = { message: withoutKeys(message), hint: hint && withoutKeys(hint) };
  return { severity, rule, ...texts, ...place, ...(related === null ? {} : { related }) };
}
