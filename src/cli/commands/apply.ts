import { lastLook } from '../../library/planning/plan.js';
import { publishIds } from '../../library/publish-ids.js';
import { requireUsable } from '../../library/require-usable.js';
import { withLevels } from '../../model/catalogue/with-levels.js';
import { levelsOf } from '../../model/config.js';
import type { ApplyResult } from '../../model/result/apply-result.js';
import { plan as makePlan } from '../../pipelines/reconcile.js';
import { accountsAlike } from '../accounts/other-accounts.js';
import { readReviewed } from '../applying/approve.js';
import { approveAndCarryOut } from '../applying/carry-out.js';
import { planWithSlot } from '../applying/plan-with-slot.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { allowancesOf, shapingOf, type WriteOptions } from '../options.js';

/** Plans afresh, asks for approval, and brings the account to what the configuration wants. */
export async function apply(
  file: string | undefined,
  options: WriteOptions,
  context: Context,
): Promise<ExitCode> {
  const reads = file === undefined ? [] : [file];
  return invoke({ kind: 'apply', options, context, reads }, async (invocation) => {
    const { retire = false, deleteFirst = false } = options;
    const how = { shaping: shapingOf({ retire, deleteFirst }), allow: allowancesOf(options) };
    const reviewed = file === undefined ? null : await readReviewed(file, how.shaping, context);
    const checked = requireUsable(invocation.checked);
    const { config, desired } = checked;
    const session = await openAccount(config, options, context);
    const interruptible = untilInterrupted(session, context);
    const fresh = await planWithSlot(() => makePlan(desired, interruptible, how), interruptible, invocation);
    const alike = withLevels(await accountsAlike(config, context), levelsOf(config));
    const plan = { ...fresh, diagnostics: [...checked.diagnostics, ...alike, ...fresh.diagnostics] };
    const execution = {
      kind: 'apply' as const,
      checked,
      session,
      how,
      reviewed,
      replan: () => makePlan(desired, session, lastLook(how)),
      publish: (result: ApplyResult) => publishIds(result.final, { config, desired }),
    };
    return approveAndCarryOut(plan, execution, invocation);
  });
}
