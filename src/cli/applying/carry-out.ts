import { isReviewed } from '../../library/approval.js';
import { carryOut } from '../../library/carry-out.js';
import type { Usable } from '../../library/require-usable.js';
import { VocabError } from '../../model/errors.js';
import type { Plan, ReviewedPlan } from '../../model/plan.js';
import type { ApplyResult } from '../../model/result/apply-result.js';
import type { PublishedOutputs } from '../../model/result/outputs.js';
import type { PlanOptions, Session } from '../../pipelines/reconcile.js';
import type { Saying } from '../../report/form.js';
import { screenOf } from '../../report/forms.js';
import { validateDocument } from '../../report/json/documents.js';
import { sayPlan } from '../../report/say/say-plan.js';
import { sayResult } from '../../report/say/say-result.js';
import { viewDiagnostics } from '../../report/view/diagnostics.js';
import { outputsWithheld } from '../../report/view/result-view.js';
import { otherAccounts } from '../accounts/other-accounts.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply } from '../exit-code.js';
import type { Invocation } from '../invocation.js';
import type { WriteOptions } from '../options.js';
import { progressOf } from '../progress/progress.js';
import { headOf, tellerOf } from '../showing/head-of.js';
import { printBug } from '../showing/print-bug.js';
import { print, printText, writeFiles } from '../showing/show.js';
import { printError, showFailure } from '../showing/show-failure.js';
import { approve } from './approve.js';

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
  const { wait, waitSlot } = options;
  const { update_interval } = checked.desired.policy.guards;
  const { onEvent, end } = progressOf(options, context).follow(plan, update_interval);
  const { result, backups } = await carryOut(
    plan,
    { ...execution, config: checked.config },
    { wait, waitSlot, onEvent, stop: context.interruption, machine: context },
  ).finally(end);
  const outputs = await execution.publish(result);
  if (isShown) context.stdout.write('\n');
  const unwritten = await tell({ result, outputs, backups }, execution, invocation);
  for (const { error } of result.steps) if (error?.code === 'unexpected') printBug(error.cause, context);
  return exitCodeOfApply(result, outputs.error ?? unwritten);
}

function planSaid(plan: Plan, { how }: Execution, invocation: Invocation): Saying {
  return sayPlan(plan, how.shaping, tellerOf(invocation, 'plan'));
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
  { kind, how }: Execution,
  invocation: Invocation<WriteOptions>,
): Promise<VocabError | null> {
  const { options, context } = invocation;
  const { outputs } = done;
  const saying = sayResult({ ...done, kind }, how.shaping, tellerOf(invocation));
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
