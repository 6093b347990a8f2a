import type { VocabError } from '../model/errors.js';
import type { Plan, Shaping } from '../model/plan.js';
import type { Saying } from '../report/form.js';
import { errorOnlyDocument, refusedDocument } from '../report/json/documents.js';
import { viewFailure } from '../report/view/failure-view.js';
import { viewPlan } from '../report/view/view-plan.js';
import { headOf } from './head-of.js';
import type { Invocation } from './invocation.js';
import { print, printText } from './show.js';

/** A plan that was not carried out. */
export interface Refused {
  readonly plan: Plan;
  readonly shaping: Shaping;
}

/**
 * Says why a command came to nothing, also where a report would be, so that nobody takes an older one for the result. The
 * files of `--out` are left as they are: a plan file is compared and never obeyed.
 */
export async function showFailure(
  error: VocabError,
  invocation: Invocation,
  refused: Refused | null = null,
): Promise<void> {
  await print(refused === null ? failed(error, invocation) : refusal(error, refused, invocation), invocation);
}

/** Says as text why a command came to nothing, beside what it says in another form. */
export async function printFailure(error: VocabError, invocation: Invocation): Promise<void> {
  await printText(failed(error, invocation), invocation);
}

/** Says on stderr what went wrong beside the result. */
export async function printError(error: VocabError, invocation: Invocation): Promise<void> {
  const { checked } = invocation;
  await printText(failed(error, { ...invocation, checked: { ...checked, diagnostics: [] } }), invocation);
}

function failed(error: VocabError, invocation: Invocation): Saying {
  const { kind, checked } = invocation;
  const { diagnostics, sources } = checked;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, diagnostics, sources }),
    document: () => errorOnlyDocument(headOf(invocation), error, diagnostics),
  };
}

/** What was found in the configuration is said of the plan. */
function refusal(error: VocabError, { plan, shaping }: Refused, invocation: Invocation): Saying {
  const { kind, checked } = invocation;
  return {
    as: 'failure',
    view: () => viewFailure({ kind, error, report: viewPlan(plan, checked.sources) }),
    document: () => refusedDocument(headOf(invocation), plan, { shaping, error }),
  };
}
