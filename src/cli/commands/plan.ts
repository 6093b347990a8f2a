import type { Plan } from '../../model/plan.js';
import { isConverged, plan as makePlan } from '../../reconcile.js';
import { planDocument } from '../../report/json/documents.js';
import { viewPlan } from '../../report/view/view-plan.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable } from '../load.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { type AccountOptions, allowancesOf, type ShapingOptions, shapingOf } from '../options.js';
import { outFiles } from '../out-files.js';
import { showReport } from '../show-report.js';

export interface PlanOptions extends AccountOptions, ShapingOptions {
  readonly detailedExitcode: boolean;
  readonly out: readonly string[];
}

/** Shows what apply would do. Changes nothing in the account. */
export async function plan(options: PlanOptions, context: Context): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  return failingAs({ kind: 'plan', checked, options, context }, async () => {
    const shaping = shapingOf(options);
    const allow = allowancesOf(options);
    const files = outFiles(options.out, checked, context);
    requireUsable(checked);
    const session = await openAccount(checked.config, options, context);
    const fresh = await makePlan(checked.desired, untilInterrupted(session, context), { shaping, allow });
    const diagnostics = [...checked.diagnostics, ...fresh.diagnostics];
    const whole = { ...fresh, diagnostics };
    const report = {
      view: viewPlan(whole),
      document: () => planDocument({ kind: 'plan', version: context.version }, whole, shaping),
      diagnostics,
      sources: checked.sources,
      config: checked.config.file,
    };
    await showReport(report, files, { options, context });
    return exitCodeOfPlan(whole, options);
  });
}

/** A list that is not OK is no change, but whoever asks for details must not be told that all is well. */
function exitCodeOfPlan(fresh: Plan, { detailedExitcode }: PlanOptions): ExitCode {
  if (fresh.blocked.length > 0) return exitCodes.blocked;
  return detailedExitcode && !isConverged(fresh) ? exitCodes.changes : exitCodes.done;
}
