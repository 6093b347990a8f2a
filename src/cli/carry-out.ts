import { join } from 'node:path';
import type { ApplyResult } from '../model/apply-result.js';
import { VocabError } from '../model/errors.js';
import type { PublishedOutputs } from '../model/outputs.js';
import type { Plan, ReviewedPlan } from '../model/plan.js';
import { isConverged, type PlanOptions, reconcile, type Session } from '../reconcile.js';
import { withLock } from '../workspace/lock.js';
import { type Backups, openBackups } from '../workspace/save-backups.js';
import { makeStateFolder } from '../workspace/state-folder.js';
import { approve, isReviewed } from './approve.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodeOf, exitCodeOfApply } from './exit-code.js';
import type { Usable } from './load.js';
import { type AccountOptions, isText, type ShapingOptions } from './options.js';
import { printBug } from './print.js';
import { progress } from './progress.js';
import { showApplied, showRefused } from './show-applied.js';
import { printPlan, printRemarks } from './show-plan.js';

/** What every command takes that carries out a plan. */
export interface WriteOptions extends AccountOptions, Partial<ShapingOptions> {
  readonly allow: readonly string[];
  readonly yes: boolean;
  readonly expectDigest?: string;
  /** In milliseconds. */
  readonly wait: number;
}

export interface Work {
  readonly kind: 'apply' | 'restore';
  readonly checked: Usable;
  readonly session: Session;
  readonly how: PlanOptions;
  /** What the user was shown before, if it was kept in a file. */
  readonly reviewed: ReviewedPlan | null;
  readonly replan: () => Promise<Plan>;
  /** What is left to do once the account is as it shall be. */
  readonly publish: (result: ApplyResult) => Promise<PublishedOutputs>;
}

interface Surroundings {
  readonly options: WriteOptions;
  readonly context: Context;
}

/** Shows a plan, has it approved, carries it out and reports. */
export async function approveAndCarryOut(
  plan: Plan,
  work: Work,
  { options, context }: Surroundings,
): Promise<ExitCode> {
  const approval = { ...options, reviewed: work.reviewed };
  const { kind, checked, how } = work;
  const { sources, config } = checked;
  const scene = { kind, options, context, sources, shaping: how.shaping, config: config.file };
  const planShown = isText(options.format) && (plan.blocked.length > 0 || !isReviewed(plan, approval));
  if (planShown) printPlan(plan, scene);
  else if (isText(options.format)) printRemarks(plan, scene);
  try {
    await approve(plan, approval, context);
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    await showRefused(plan, error, scene);
    return exitCodeOf(error.code);
  }
  const backups = openBackups(work.checked.config.directory, context);
  const result = await carryOut(plan, { ...work, backups }, { options, context });
  // The report comes last but is written whatever happens, so what goes wrong with the output files is part of it.
  const outputs = await work.publish(result);
  await showApplied({ result, outputs, planShown, backups: backups.folder() }, scene);
  for (const { error } of result.steps) if (error?.code === 'unexpected') printBug(error.cause, context);
  return exitCodeOfApply(result, outputs.error);
}

async function carryOut(
  approved: Plan,
  { checked, session, how, replan, backups }: Work & { readonly backups: Backups },
  { options, context }: Surroundings,
): Promise<ApplyResult> {
  if (approved.steps.length === 0) return nothingToDo(approved);
  const path = join(await makeStateFolder(checked.config.directory), 'apply.lock');
  return withLock(path, { ...applyLock, processes: context }, () =>
    reconcile({ approved, replan }, session, {
      ...how,
      wait: options.wait,
      onEvent: progress(options, context),
      saveBackup: backups.save,
      stop: context.interruption,
    }),
  );
}

const applyLock = {
  what: 'this configuration',
  busy: 'another apply of this configuration is under way',
  patience: 0,
  abandoned: null,
} as const;

function nothingToDo(plan: Plan): ApplyResult {
  const final = { final: plan, converged: isConverged(plan), final_error: null };
  return { plan, steps: [], ...final, interrupted: false };
}
