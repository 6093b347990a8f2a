import type { ApplyResult } from '../../model/apply-result.js';
import { VocabError } from '../../model/errors.js';
import type { Plan } from '../../model/plan.js';
import { isConverged, plan as makePlan, type PlanOptions, reconcile, type Session } from '../../reconcile.js';
import { approve, isReviewed } from '../approve.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable, type Usable } from '../load.js';
import { openAccount } from '../open-account.js';
import { type AccountOptions, allowancesOf, type ShapingOptions, shapingOf } from '../options.js';
import { progress } from '../progress.js';
import { publishOutputs } from '../publish-outputs.js';
import { readReviewed } from '../read-reviewed.js';
import { showApplied, showRefused } from '../show-applied.js';
import { printPlan } from '../show-plan.js';

export interface ApplyOptions extends AccountOptions, ShapingOptions {
  readonly yes: boolean;
  readonly expectDigest?: string;
  /** In milliseconds. */
  readonly wait: number;
}

/** Plans afresh, asks for approval, and brings the account to what the configuration wants. */
export async function apply(
  file: string | undefined,
  options: ApplyOptions,
  context: Context,
): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  return failingAs({ kind: 'apply', checked, options, context }, async () => {
    const how = { shaping: shapingOf(options), allow: allowancesOf(options) };
    const reviewed = file === undefined ? null : await readReviewed(file, how.shaping, context);
    requireUsable(checked);
    const session = await openAccount(checked.config, options, context);
    const fresh = await makePlan(checked.desired, session, how);
    const plan = { ...fresh, diagnostics: [...checked.diagnostics, ...fresh.diagnostics] };
    const approval = { ...options, reviewed };
    const scene = { options, context, sources: checked.sources };
    const planShown = options.format === 'text' && !isReviewed(plan, approval);
    if (planShown) printPlan(plan, scene);
    try {
      await approve(plan, approval, context);
    } catch (error) {
      if (!(error instanceof VocabError)) throw error;
      showRefused(plan, error, scene);
      return exitCodeOf(error.code);
    }
    return finish(await carryOut(plan, { checked, session, how, scene }), { checked, scene, planShown });
  });
}

interface Scene {
  readonly options: ApplyOptions;
  readonly context: Context;
  readonly sources: Usable['sources'];
}

interface Work {
  readonly checked: Usable;
  readonly session: Session;
  readonly how: PlanOptions;
  readonly scene: Scene;
}

async function carryOut(approved: Plan, { checked, session, how, scene }: Work): Promise<ApplyResult> {
  if (approved.steps.length === 0) {
    return {
      plan: approved,
      steps: [],
      final: approved,
      converged: isConverged(approved),
      final_error: null,
    };
  }
  const { options, context } = scene;
  const onEvent = progress(options, context);
  return reconcile({ approved, desired: checked.desired }, session, { ...how, wait: options.wait, onEvent });
}

/** The report comes last but is written whatever happens, so what goes wrong with the output files is part of it. */
async function finish(
  result: ApplyResult,
  { checked, scene, planShown }: Pick<Work, 'checked' | 'scene'> & { readonly planShown: boolean },
): Promise<ExitCode> {
  const outputs = await publishOutputs(result, checked.config);
  showApplied({ result, outputs, planShown }, scene);
  return exitCodeOfApply(result, outputs.error);
}
