import { drift as findDrift } from '../../library/planning/drift.js';
import { requireUsable } from '../../library/require-usable.js';
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
    const usable = requireUsable(invocation.checked);
    const session = untilInterrupted(await openAccount(usable.config, options, context), context);
    const found = await findDrift(usable, session);
    await show(sayDrift(found, tellerOf(invocation)), invocation);
    return found.items.length > 0 ? exitCodes.changes : exitCodes.done;
  });
}
