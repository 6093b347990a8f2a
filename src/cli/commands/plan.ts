import { plan as makePlan } from '../../library/planning/plan.js';
import { requireUsable } from '../../library/require-usable.js';
import { withLevels } from '../../model/catalogue/with-levels.js';
import { levelsOf } from '../../model/config.js';
import type { Plan } from '../../model/plan.js';
import { isConverged } from '../../pipelines/reconcile.js';
import { sayPlan } from '../../report/say/say-plan.js';
import { accountsAlike } from '../accounts/other-accounts.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { type AccountOptions, allowancesOf, type ShapingOptions, shapingOf } from '../options.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

export interface PlanOptions extends AccountOptions, ShapingOptions {
  readonly detailedExitcode: boolean;
}

/** Shows what apply would do. Changes nothing in the account. */
export async function plan(options: PlanOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'plan', options, context }, async (invocation) => {
    const shaping = shapingOf(options);
    const allow = allowancesOf(options);
    const usable = requireUsable(invocation.checked);
    const { config } = usable;
    const session = untilInterrupted(await openAccount(config, options, context), context);
    const alike = withLevels(await accountsAlike(config, context), levelsOf(config));
    const checked = { ...usable, diagnostics: [...usable.diagnostics, ...alike] };
    const fresh = await makePlan(checked, session, { shaping, allow });
    await show(sayPlan(fresh, shaping, tellerOf(invocation)), invocation);
    return exitCodeOfPlan(fresh, options);
  });
}

/** A list that is not OK is no change, but whoever asks for details must not be told that all is well. */
function exitCodeOfPlan(fresh: Plan, { detailedExitcode }: PlanOptions): ExitCode {
  if (fresh.blocked.length > 0) return exitCodes.blocked;
  return detailedExitcode && !isConverged(fresh) ? exitCodes.changes : exitCodes.done;
}
