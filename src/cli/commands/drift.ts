import { findDrift } from '../../diff/drift.js';
import { noAllowances, noShaping } from '../../model/plan.js';
import { plan as makePlan } from '../../reconcile.js';
import { driftDocument } from '../../report/json/documents.js';
import { viewDrift } from '../../report/view/view-drift.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable } from '../load.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import type { AccountOptions } from '../options.js';
import { outFiles } from '../out-files.js';
import { showReport } from '../show-report.js';

export interface DriftOptions extends AccountOptions {
  readonly out: readonly string[];
}

/** Says how the account differs from the configuration, and who notices. Changes nothing. */
export async function drift(options: DriftOptions, context: Context): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  return failingAs({ kind: 'drift', checked, options, context }, async () => {
    const files = outFiles(options.out, checked, context);
    requireUsable(checked);
    const session = await openAccount(checked.config, options, context);
    const plan = await makePlan(checked.desired, untilInterrupted(session, context), {
      shaping: noShaping,
      allow: noAllowances,
    });
    const diagnostics = [...checked.diagnostics, ...plan.diagnostics];
    const found = findDrift({ ...plan, diagnostics });
    const report = {
      view: viewDrift(found),
      document: () => driftDocument({ kind: 'drift', version: context.version }, found),
      diagnostics,
      sources: checked.sources,
      config: checked.config.file,
    };
    await showReport(report, files, { options, context });
    return found.items.length > 0 ? exitCodes.changes : exitCodes.done;
  });
}
