import { findDrift } from '../../diff/drift.js';
import { requireUsable } from '../../library/require-usable.js';
import { noShaping } from '../../model/plan.js';
import { plan as makePlan } from '../../pipelines/reconcile.js';
import { sayDrift } from '../../report/say/say-drift.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import type { AccountOptions } from '../options.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

/** Says how the account differs from the configuration, and who notices. Changes nothing. */
export async function drift(options: AccountOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'drift', options, context }, async (invocation) => {
    const { config, desired, diagnostics } = requireUsable(invocation.checked);
    const session = untilInterrupted(await openAccount(config, options, context), context);
    const plan = await makePlan(desired, session, { shaping: noShaping, allow: [] });
    const found = findDrift({ ...plan, diagnostics: [...diagnostics, ...plan.diagnostics] });
    await show(sayDrift(found, tellerOf(invocation)), invocation);
    return found.items.length > 0 ? exitCodes.changes : exitCodes.done;
  });
}
