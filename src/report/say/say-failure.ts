import type { Diagnostic } from '../../model/diagnostic.js';
import type { VocabError } from '../../model/errors.js';
import type { Plan, Shaping } from '../../model/plan.js';
import type { Saying } from '../form.js';
import { errorOnlyDocument, refusedDocument } from '../json/documents.js';
import { viewFailure } from '../view/failure-view.js';
import { viewPlan } from '../view/view-plan.js';
import type { Teller } from './teller.js';

/** A plan that was not carried out. */
export interface Refused {
  readonly plan: Plan;
  readonly shaping: Shaping;
}

/** Why a command came to nothing. @param diagnostics what was found in the configuration */
export function sayFailure(
  error: VocabError,
  diagnostics: readonly Diagnostic[],
  { envelope, sources }: Teller,
): Saying {
  const { kind } = envelope;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, diagnostics, sources }),
    document: () => errorOnlyDocument(envelope, error, diagnostics),
  };
}

/** Why a plan was not carried out. What was found in the configuration is said of the plan. */
export function sayRefusal(
  error: VocabError,
  { plan, shaping }: Refused,
  { envelope, sources }: Teller,
): Saying {
  const { kind } = envelope;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, report: viewPlan(plan, sources) }),
    document: () => refusedDocument(envelope, plan, { shaping, error }),
  };
}
