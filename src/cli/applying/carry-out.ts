import type { ApplyResult } from '../../model/apply-result.js';
import { VocabError } from '../../model/errors.js';
import type { PublishedOutputs } from '../../model/outputs.js';
import type { Plan, ReviewedPlan } from '../../model/plan.js';
import { isConverged, type PlanOptions, reconcile, type Session } from '../../reconcile.js';
import type { Saying } from '../../report/form.js';
import { screenOf } from '../../report/forms.js';
import { planDocument, resultDocument, validateDocument } from '../../report/json/documents.js';
import { viewDiagnostics } from '../../report/view/diagnostics.js';
import { outputsWithheld, viewResult } from '../../report/view/result-view.js';
import { viewPlan } from '../../report/view/view-plan.js';
import { withAccountLock } from '../../workspace/account-lock.js';
import { type Backups, openBackups } from '../../workspace/save-backups.js';
import { otherAccounts } from '../accounts/other-accounts.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply } from '../exit-code.js';
import { headOf } from '../head-of.js';
import type { Invocation } from '../invocation.js';
import type { WriteOptions } from '../options.js';
import { printBug } from '../process/print-bug.js';
import type { Usable } from '../require-usable.js';
import { print, printText, writeFiles } from '../show.js';
import { printError, showFailure } from '../show-failure.js';
import { approve, isReviewed } from './approve.js';
import { progress } from './progress.js';

/** A plan on its way into the account. */
export interface Execution {
  readonly kind: 'apply' | 'restore';
  readonly checked: Usable;
  readonly session: Session;
  readonly how: PlanOptions;
  /** What the user was shown before, if it was kept in a file. */
  readonly reviewed: ReviewedPlan | null;
  readonly replan: () => Promise<Plan>;
  /** What is left to do once the account is as it shall be. */
  readonly publish: (result: ApplyResult) => Promise<PublishedOutputs>;
}

/** Shows a plan, has it approved, carries it out and reports. */
export async function approveAndCarryOut(
  plan: Plan,
  execution: Execution,
  invocation: Invocation<WriteOptions>,
): Promise<ExitCode> {
  const { options, context } = invocation;
  const { how, checked } = execution;
  const others = () => otherAccounts(checked.config, plan.account, context);
  const approval = { ...options, reviewed: execution.reviewed, others };
  const isOnScreen = screenOf(options.format) === 'everything';
  const isShown = isOnScreen && (plan.blocked.length > 0 || !(await isReviewed(plan, approval)));
  if (isOnScreen) {
    const said = isShown ? planSaid : diagnosticsSaid;
    await printText(said(plan, execution, invocation), invocation);
  }
  try {
    await approve(plan, approval, context);
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    await showFailure(error, invocation, { plan, shaping: how.shaping });
    return exitCodeOf(error.code);
  }
  const backups = openBackups(checked.config, context);
  const result = await carryOut(plan, { ...execution, backups }, invocation);
  const outputs = await execution.publish(result);
  if (isShown) context.stdout.write('\n');
  const unwritten = await tell({ result, outputs, backups: backups.folder() }, execution, invocation);
  for (const { error } of result.steps) if (error?.code === 'unexpected') printBug(error.cause, context);
  return exitCodeOfApply(result, outputs.error ?? unwritten);
}

function planSaid(plan: Plan, { how, checked }: Execution, invocation: Invocation): Saying {
  return {
    as: 'report',
    view: () => viewPlan(plan, checked.sources),
    document: () => planDocument(headOf(invocation, 'plan'), plan, how.shaping),
  };
}

/** What is to be said of the configuration and the account to somebody who has seen the plan. */
function diagnosticsSaid(
  { diagnostics }: Plan,
  { kind, checked }: Execution,
  invocation: Invocation,
): Saying {
  const shown = () => viewDiagnostics(diagnostics, checked.sources);
  return {
    as: 'diagnostics',
    view: () => ({ kind, verdict: null, counts: '', diagnostics: shown() }),
    document: () => validateDocument(headOf(invocation), diagnostics),
  };
}

interface Done {
  readonly result: ApplyResult;
  readonly outputs: PublishedOutputs;
  /** The folder with what was overwritten or deleted; null when nothing was. */
  readonly backups: string | null;
}

/** Says what the run did, whatever happened. Resolves to why a file of `--out` was not written; null when all were. */
async function tell(
  done: Done,
  { kind, how, checked }: Execution,
  invocation: Invocation<WriteOptions>,
): Promise<VocabError | null> {
  const { options, context } = invocation;
  const { result, outputs, backups } = done;
  const saying: Saying = {
    as: 'result',
    view: () => viewResult({ ...done, kind, sources: checked.sources }),
    document: () => resultDocument(headOf(invocation), result, { shaping: how.shaping, outputs, backups }),
  };
  await print(saying, invocation);
  if (screenOf(options.format) === 'everything') {
    if (outputs.error !== null) await printError(outputs.error, invocation);
    else if (outputs.withheld) context.stderr.write(`${outputsWithheld}\n`);
  }
  try {
    await writeFiles(saying, invocation);
    return null;
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    await printError(error, invocation);
    return error;
  }
}

async function carryOut(
  approved: Plan,
  { checked, session, how, replan, backups }: Execution & { readonly backups: Backups },
  { options, context }: Invocation<WriteOptions>,
): Promise<ApplyResult> {
  if (approved.steps.length === 0) return nothingToDo(approved);
  const locking = { account: session.account, owner: checked.config, processes: context };
  return withAccountLock(locking, () =>
    reconcile({ approved, replan }, session, {
      ...how,
      wait: options.wait,
      waitSlot: options.waitSlot,
      onEvent: progress(options, context),
      saveBackup: backups.save,
      stop: context.interruption,
    }),
  );
}

function nothingToDo(plan: Plan): ApplyResult {
  const final = { final: plan, converged: isConverged(plan), final_error: null };
  return { plan, steps: [], ...final, interrupted: false };
}
