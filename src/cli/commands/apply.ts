import type { ApplyResult } from '../../model/apply-result.js';
import { noShaping } from '../../model/plan.js';
import { plan as makePlan } from '../../reconcile.js';
import { readReviewed } from '../approve.js';
import { approveAndCarryOut, type WriteOptions } from '../carry-out.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable } from '../load.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { allowancesOf, shapingOf } from '../options.js';
import { publishIds } from '../publish-ids.js';

/** Plans afresh, asks for approval, and brings the account to what the configuration wants. */
export async function apply(
  file: string | undefined,
  options: WriteOptions,
  context: Context,
): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  return failingAs({ kind: 'apply', checked, options, context }, async () => {
    const { retire = false, deleteFirst = false } = options;
    const how = { shaping: shapingOf({ retire, deleteFirst }), allow: allowancesOf(options) };
    const reviewed = file === undefined ? null : await readReviewed(file, how.shaping, context);
    requireUsable(checked);
    const { config, desired } = checked;
    const session = await openAccount(config, options, context);
    const fresh = await makePlan(desired, untilInterrupted(session, context), how);
    const plan = { ...fresh, diagnostics: [...checked.diagnostics, ...fresh.diagnostics] };
    const work = {
      kind: 'apply' as const,
      checked,
      session,
      how,
      reviewed,
      // What --retire would delete by now is for the next run, and no reason to call this one unfinished.
      replan: () => makePlan(desired, session, { ...how, shaping: noShaping }),
      publish: (result: ApplyResult) => publishIds(result, config),
    };
    return approveAndCarryOut(plan, work, { options, context });
  });
}
