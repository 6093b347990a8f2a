import { publishRestored } from '../../library/publish-ids.js';
import { requireUsable } from '../../library/require-usable.js';
import { noShaping } from '../../model/plan.js';
import type { ApplyResult } from '../../model/result/apply-result.js';
import { plan as makePlan, planRestore } from '../../pipelines/reconcile.js';
import { readBackups } from '../../workspace/read-backups.js';
import { approveAndCarryOut } from '../applying/carry-out.js';
import { planWithSlot } from '../applying/plan-with-slot.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { allowancesOf, type WriteOptions } from '../options.js';

/** Brings the lists of a backup folder back, through a plan; prunes nothing. */
export async function restore(folder: string, options: WriteOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'restore', options, context }, async (invocation) => {
    const how = { shaping: noShaping, allow: allowancesOf(options) };
    const checked = requireUsable(invocation.checked);
    const { config, desired } = checked;
    const backups = await readBackups(folder, context.cwd);
    const session = await openAccount(config, options, context);
    const replan = () => planRestore({ backups, desired }, session, how);
    const interruptible = untilInterrupted(session, context);
    const fresh = await planWithSlot(
      () => planRestore({ backups, desired }, interruptible, how),
      interruptible,
      invocation,
    );
    const execution = {
      kind: 'restore' as const,
      checked,
      session,
      how,
      reviewed: null,
      replan,
      publish: (result: ApplyResult) =>
        publishRestored(result, checked, () => makePlan(desired, session, { shaping: noShaping, allow: [] })),
    };
    return approveAndCarryOut(fresh, execution, invocation);
  });
}
