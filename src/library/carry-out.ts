import type { ApplyOptions } from '../apply/run.js';
import { describeAccount } from '../model/account.js';
import type { Config } from '../model/config.js';
import type { Plan } from '../model/plan.js';
import type { ApplyResult } from '../model/result/apply-result.js';
import { type PlanOptions, reconcile, type Session, whenUsable } from '../pipelines/reconcile.js';
import { withAccountLock } from '../workspace/account-lock.js';
import { openBackups } from '../workspace/save-backups.js';
import type { Machine } from './machine.js';

/** Where a plan is carried out. */
export interface Place {
  /** Backups are kept beside it. */
  readonly config: Config;
  readonly session: Session & { readonly isPrivate?: boolean };
  readonly how: PlanOptions;
  /** Makes the same plan from what the account is by then. */
  readonly replan: () => Promise<Plan>;
}

export interface CarryOutOptions extends Omit<ApplyOptions, 'saveBackup'> {
  readonly machine: Machine;
}

export interface CarriedOut {
  readonly result: ApplyResult;
  /** The folder with what was overwritten or deleted, relative to the working directory; null when nothing was. */
  readonly backups: string | null;
}

/**
 * Carries out an approved plan alone on this machine, and keeps what it overwrites or deletes.
 * @throws VocabError `locked` when another apply of the account is under way
 */
export async function carryOut(
  approved: Plan,
  { config, session, how, replan }: Place,
  { machine, ...options }: CarryOutOptions,
): Promise<CarriedOut> {
  if (approved.steps.length === 0) {
    const ended = await whenUsable({ approved, replan }, session, options);
    return { result: { plan: approved, steps: [], ...ended }, backups: null };
  }
  const backups = openBackups(config, { ...machine, account: describeAccount(session.account) });
  const carry = () =>
    reconcile({ approved, replan }, session, { ...how, ...options, saveBackup: backups.save });
  const locking = { account: session.account, owner: config, processes: machine };
  const result = session.isPrivate === true ? await carry() : await withAccountLock(locking, carry);
  return { result, backups: backups.folder() };
}
