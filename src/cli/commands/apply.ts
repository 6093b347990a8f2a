import type { ApplyResult } from '../../model/apply-result.js';
import type { Plan } from '../../model/plan.js';
import { isConverged, plan as makePlan, reconcile, type Session } from '../../reconcile.js';
import { applyDocument, renderJson } from '../../report/json.js';
import { renderApplied } from '../../report/terminal.js';
import { approve } from '../approve.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodeOfApply } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable, type Usable } from '../load.js';
import { openAccount } from '../open-account.js';
import { type AccountOptions, allowancesOf, type ShapingOptions, shapingOf } from '../options.js';
import { paletteFor } from '../print.js';
import { progress } from '../progress.js';
import { publishOutputs } from '../publish-outputs.js';
import { readReviewed } from '../read-reviewed.js';
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
    const approved = { ...fresh, diagnostics: [...checked.diagnostics, ...fresh.diagnostics] };
    if (options.format === 'text') printPlan(approved, checked.sources, { options, context });
    await approve(approved, { reviewed, ...options }, context);
    const result = await carryOut({ approved, desired: checked.desired }, session, { options, context, how });
    return report(result, checked, { options, context });
  });
}

interface Surroundings {
  readonly options: ApplyOptions;
  readonly context: Context;
}

async function carryOut(
  work: Parameters<typeof reconcile>[0],
  session: Session,
  { options, context, how }: Surroundings & { readonly how: Parameters<typeof makePlan>[2] },
): Promise<ApplyResult> {
  if (work.approved.steps.length === 0) return nothingToDo(work.approved);
  return reconcile(work, session, { ...how, wait: options.wait, onEvent: progress(options, context) });
}

function nothingToDo(plan: Plan): ApplyResult {
  return { plan, steps: [], final: plan, converged: isConverged(plan), final_error: null };
}

async function report(
  result: ApplyResult,
  checked: Usable,
  { options, context }: Surroundings,
): Promise<ExitCode> {
  if (options.format === 'json') {
    const envelope = { kind: 'apply', version: context.version } as const;
    context.stdout.write(renderJson(applyDocument(envelope, result, shapingOf(options))));
  } else {
    const colours = paletteFor(context.stdout, options, context);
    context.stdout.write(`\n${renderApplied(result, { palette: colours, verbose: options.verbose })}`);
  }
  await publishOutputs(result, checked.config, context);
  return exitCodeOfApply(result);
}
