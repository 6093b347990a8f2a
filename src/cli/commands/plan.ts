import { resolve } from 'node:path';
import { VocabError } from '../../model/errors.js';
import type { Plan } from '../../model/plan.js';
import { isConverged, plan as makePlan } from '../../reconcile.js';
import { planDocument, renderJson } from '../../report/json.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable } from '../load.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { type AccountOptions, allowancesOf, type ShapingOptions, shapingOf } from '../options.js';
import { printPlan } from '../show-plan.js';
import { writeWhole } from '../write-file.js';

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
    for (const file of options.out) {
      requireKnownExtension(file);
      requireNoSource(file, checked.sources, context);
    }
    requireUsable(checked);
    const session = await openAccount(checked.config, options, context);
    const fresh = await makePlan(checked.desired, untilInterrupted(session, context), { shaping, allow });
    const whole = { ...fresh, diagnostics: [...checked.diagnostics, ...fresh.diagnostics] };
    const document = planDocument({ kind: 'plan', version: context.version }, whole, shaping);
    for (const file of options.out) await writeWhole(resolve(context.cwd, file), renderJson(document));
    if (options.format === 'json') context.stdout.write(renderJson(document));
    else printPlan(whole, { options, context, sources: checked.sources });
    return exitCodeOfPlan(whole, options);
  });
}

/** A list that is not OK is no change, but whoever asks for details must not be told that all is well. */
function exitCodeOfPlan(fresh: Plan, { detailedExitcode }: PlanOptions): ExitCode {
  if (fresh.blocked.length > 0) return exitCodes.blocked;
  return detailedExitcode && !isConverged(fresh) ? exitCodes.changes : exitCodes.done;
}

function requireNoSource(file: string, sources: ReadonlyMap<string, string>, { cwd }: Context): void {
  const isSource = [...sources.keys()].some((source) => resolve(cwd, source) === resolve(cwd, file));
  if (!isSource) return;
  throw new VocabError('usage', `--out ${file} would overwrite a file of the configuration`, {
    hint: 'write --out plan.json',
  });
}

function requireKnownExtension(file: string): void {
  if (file.endsWith('.json')) return;
  throw new VocabError('usage', `--out ${file}: the extension says nothing about the form`, {
    hint: 'write --out plan.json',
  });
}
