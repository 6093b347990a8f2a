import type { Change } from '../../model/change.js';
import type { Comparison } from '../../model/comparison.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Drift } from '../../model/drift.js';
import type { VocabError } from '../../model/errors.js';
import { countActions, noShaping, type Plan, type Shaping } from '../../model/plan.js';
import type { ApplyResult } from '../../model/result/apply-result.js';
import type { PublishedOutputs } from '../../model/result/outputs.js';
import { compareText } from '../../model/text/compare.js';
import { inReadingOrder } from '../view/diagnostics.js';
import { type Envelope, headDocument } from './envelope.js';
import {
  blockedDocument,
  changeDocument,
  diagnosticDocument,
  errorDocument,
  resultFields,
  stepDocument,
} from './fields.js';
import { comparedInstantDocument, instantDocument } from './instant-document.js';

export function validateDocument(envelope: Envelope, diagnostics: readonly Diagnostic[]): object {
  return { ...headDocument(envelope), diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument) };
}

export function planDocument(envelope: Envelope, plan: Plan, shaping: Shaping): object {
  const { account, digest, quota, changes, steps, blocked, diagnostics, unmanaged } = plan;
  return {
    ...headDocument(envelope),
    digest,
    account: { ...envelope.about, ...account, quota },
    shaping,
    changes: changes.map(changeDocument),
    instant: plan.instant.map(instantDocument),
    steps: steps.map(stepDocument),
    summary: summary(plan),
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
    blocked: blocked.map(blockedDocument),
    unmanaged: unmanaged.map(({ vocabulary_id, status, gmt_create, gmt_modified }) => ({
      vocabulary_id,
      status,
      gmt_create,
      gmt_modified,
    })),
  };
}

/** What a run did: the plan with what became of each step. */
export function resultDocument(
  envelope: Envelope,
  result: ApplyResult,
  { shaping, outputs, backups }: Aftermath,
): object {
  const error = outputs.error ?? result.final_error;
  return {
    ...planDocument(envelope, result.plan, shaping),
    steps: result.steps.map((step) => ({ ...stepDocument(step.step), ...resultFields(step) })),
    converged: result.converged,
    interrupted: result.interrupted,
    remaining: result.final === null ? null : summary(result.final),
    ...(error === null ? {} : { error: errorDocument(error) }),
    outputs: outputs.written,
    backups,
  };
}

/** What belongs to a run beside its steps. */
export interface Aftermath {
  readonly shaping: Shaping;
  readonly outputs: PublishedOutputs;
  /** The folder with what was overwritten or deleted; null when nothing was. */
  readonly backups: string | null;
}

/** What is wrong and what is kept on purpose, beside the plan that would put it right. */
export function driftDocument(envelope: Envelope, { plan, items, kept }: Drift): object {
  return {
    ...planDocument(envelope, plan, noShaping),
    drift: items.map(({ class: found, change }) => ({ class: found, ...listDocument(change) })),
    kept: kept.map((change) => ({ reason: change.reason, ...listDocument(change) })),
  };
}

/** Without ids and digest: there is no account that they could be about. */
export function diffDocument(envelope: Envelope, comparison: Comparison): object {
  const { base, plan, moved, slots, settings } = comparison;
  const { quota, changes, steps, blocked, diagnostics } = plan;
  return {
    ...headDocument(envelope),
    base,
    slots: { limit: quota.limit, ...slots, peak: quota.peak },
    changes: changes.map((change) => ({ ...changeDocument(change), before: wordCount(change) })),
    instant: plan.instant.map(comparedInstantDocument),
    steps: steps.map(stepDocument),
    summary: summary(plan),
    consumers: moved.map(({ name, from, to, instant }) => ({
      name,
      from: from?.address ?? null,
      to: to?.address ?? null,
      instant,
    })),
    redeploy: consumersToRedeploy(changes, moved),
    redeploy_words: consumersOfWords(plan, moved),
    settings,
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
    blocked: blocked.map(blockedDocument),
  };
}

function listDocument({ address, before, consumers }: Change) {
  return {
    address,
    vocabulary_id: before?.vocabulary_id ?? null,
    status: before?.status ?? null,
    consumers,
  };
}

function wordCount({ before }: Change) {
  return before === null ? null : { hotword_count: before.hotwords.length };
}

/** Whoever has another id than before, or none any more. */
function consumersToRedeploy(changes: readonly Change[], moved: Comparison['moved']): string[] {
  const created = changes.filter(({ action }) => action === 'create').flatMap(({ consumers }) => consumers);
  const switched = moved.filter((one) => isThere(one) && one.has_other_id).map(({ name }) => name);
  return [...new Set([...created, ...switched])].sort(compareText);
}

/** Whoever sends other words than before, whatever becomes of its id. */
function consumersOfWords({ instant }: Plan, moved: Comparison['moved']): string[] {
  const changed = instant.filter(({ before, after, hotwords }) => {
    const words =
      hotwords === null ? 0 : hotwords.added.length + hotwords.removed.length + hotwords.changed.length;
    return before !== null && after !== null && words > 0;
  });
  const sending = changed.flatMap(({ after }) => after?.consumers ?? []);
  const moving = moved.filter((one) => isThere(one) && !sendsTheSame(one)).map(({ name }) => name);
  return [...new Set([...sending, ...moving])].sort(compareText);
}

type Moved = Comparison['moved'][number];

function isThere({ to, instant }: Moved): boolean {
  return to !== null || instant.to !== null;
}

function sendsTheSame({ instant: { from, to } }: Moved): boolean {
  return (from ?? []).join('\n') === (to ?? []).join('\n');
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

function summary(plan: Plan) {
  return {
    create: countActions(plan, 'create'),
    update: countActions(plan, 'update'),
    delete: countActions(plan, 'delete'),
    keep: countActions(plan, 'keep'),
    no_op: countActions(plan, 'no-op'),
  };
}
