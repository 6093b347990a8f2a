import { resolve } from 'node:path';
import type { Config } from '../model/config.js';
import type { BackedUpList } from '../model/observed.js';
import type { ReviewedPlan } from '../model/plan.js';
import { withAccountLock as withLock } from '../workspace/account-lock.js';
import { readPlanFile as readPlan } from '../workspace/plan-file.js';
import { readBackups as readFolder } from '../workspace/read-backups.js';
import { type Backups, openBackups as open } from '../workspace/save-backups.js';
import type { Project } from './apply.js';
import { type Machine, thisMachine } from './machine.js';

/**
 * Reads what was approved: a file that `vocabsync plan --out plan.json` has written, or `draw('json', sayPlan(…))`. It is
 * compared with a fresh plan and never obeyed. @throws VocabError `plan-file-invalid`
 */
export async function readPlanFile(
  file: string,
  { cwd }: Pick<Machine, 'cwd'> = thisMachine(),
): Promise<ReviewedPlan> {
  return readPlan(resolve(cwd, file), file);
}

/**
 * Reads the lists that an apply has overwritten or deleted. @param folder as `Applied.backups` names it
 * @throws VocabError `usage` when there are none, `config-invalid` for one that cannot be read
 */
export async function readBackups(
  folder: string,
  { cwd }: Pick<Machine, 'cwd'> = thisMachine(),
): Promise<readonly BackedUpList[]> {
  return readFolder(folder, cwd);
}

/** Opens the backups of one run, in `.vocabsync/backups` beside the configuration. `apply` does so by itself. */
export function openBackups(config: Config, machine: Machine = thisMachine()): Backups {
  return open(config, machine);
}

/**
 * Runs something while no apply of the same account is under way on this machine. `apply` does so by itself.
 * @throws VocabError `locked` at once when one is, `file-unwritable` when there can be no lock
 */
export async function withAccountLock<T>(
  { checked, account }: Project,
  run: () => Promise<T>,
  machine: Machine = thisMachine(),
): Promise<T> {
  return withLock({ account: account.account, owner: checked.config, processes: machine }, run);
}
