import { diff as compareWith } from '../../library/planning/diff.js';
import { requireUsable } from '../../library/require-usable.js';
import { withTrust } from '../../library/untrusted-endpoint.js';
import { sayComparison } from '../../report/say/say-comparison.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import type { Invocation } from '../invocation.js';
import { invoke } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

export interface DiffOptions extends CommonOptions {
  /** A commit, or a folder. */
  readonly base?: string;
  readonly detailedExitcode: boolean;
}

/** Says what a change of the configuration comes to, without an account or a key. */
export async function diff(options: DiffOptions, context: Context): Promise<ExitCode> {
  const run = async (invocation: Invocation<DiffOptions>): Promise<ExitCode> => {
    const head = requireUsable(invocation.checked);
    const comparison = await compareWith(head, options.base ?? '', context);
    const said = sayComparison(comparison, tellerOf(invocation));
    const view = said.view();
    await show({ ...said, view: () => view }, invocation);
    return options.detailedExitcode && view.state !== 'clean' ? exitCodes.changes : exitCodes.done;
  };
  return invoke({ kind: 'diff', options, context }, run, withTrust);
}
