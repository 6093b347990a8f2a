import type { Plan } from '../model/plan.js';
import type { Sources } from '../report/diagnostics.js';
import { renderTerminal } from '../report/terminal/render-report.js';
import { viewPlan } from '../report/view/view-plan.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';
import { diagnosticsText, paletteFor, worthShowing } from './print.js';

interface Scene {
  readonly options: CommonOptions;
  readonly context: Context;
  readonly sources: Sources;
}

/** The plan and the remarks on it, as text on stdout. */
export function printPlan(plan: Plan, scene: Scene): void {
  const { options, context } = scene;
  const palette = paletteFor(context.stdout, options, context);
  const remarks = remarksOn(plan, scene);
  context.stdout.write(
    renderTerminal(viewPlan(plan), { palette, verbose: options.verbose, diagnostics: remarks }),
  );
}

/** What is to be said of the configuration and the account, without the plan. */
export function printRemarks(plan: Plan, scene: Scene): void {
  scene.context.stdout.write(remarksOn(plan, scene));
}

function remarksOn({ diagnostics }: Plan, { options, context, sources }: Scene): string {
  const palette = paletteFor(context.stdout, options, context);
  return diagnosticsText(worthShowing(diagnostics, options), sources, palette);
}
