import { publishRestored } from '../../library/publish-ids.js';
import { requireUsable } from '../../library/require-usable.js';
import { withLevels } from '../../model/catalogue/with-levels.js';
import { isWrite } from '../../model/change.js';
import { type Config, levelsOf } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { sameHotwords } from '../../model/hotword.js';
import type { InstantWords } from '../../model/instant/instant-words.js';
import type { BackedUpList } from '../../model/observed.js';
import { noShaping, type Plan } from '../../model/plan.js';
import type { ApplyResult } from '../../model/result/apply-result.js';
import { plan as makePlan, planRestore } from '../../pipelines/reconcile.js';
import { readBackups } from '../../workspace/read-backups.js';
import { approveAndCarryOut } from '../applying/carry-out.js';
import { planWithSlot } from '../applying/plan-with-slot.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import { allowancesOf, type WriteOptions } from '../options.js';

/** Brings the lists of a backup folder back, through a plan; prunes nothing. */
export async function restore(folder: string, options: WriteOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'restore', options, context }, async (invocation) => {
    const how = { shaping: noShaping, allow: allowancesOf(options) };
    const checked = requireUsable(invocation.checked);
    const { config, desired } = checked;
    const backups = await readBackups(folder, context.cwd);
    const session = await openAccount(config, options, context);
    const replan = () => planRestore({ backups, desired }, session, how);
    const interruptible = untilInterrupted(session, context);
    const fresh = await planWithSlot(
      () => planRestore({ backups, desired }, interruptible, how),
      interruptible,
      invocation,
    );
    const kept = withLevels(whatWouldKeepThem(fresh, backups, checked), levelsOf(config));
    const plan = { ...fresh, diagnostics: [...fresh.diagnostics, ...kept] };
    const execution = {
      kind: 'restore' as const,
      checked,
      session,
      how,
      reviewed: null,
      replan,
      publish: (result: ApplyResult) =>
        publishRestored(result, checked, () => makePlan(desired, session, { shaping: noShaping, allow: [] })),
    };
    return approveAndCarryOut(plan, execution, invocation);
  });
}

/** A restored list lasts until the next apply, unless the YAML says the same. */
function whatWouldKeepThem(
  plan: Plan,
  backups: readonly BackedUpList[],
  { config, desired }: { readonly config: Config; readonly desired: Desired },
): Diagnostic[] {
  if (!plan.changes.some(isWrite)) return [];
  return backups.flatMap(({ vocabulary_id, prefix, target_model, hotwords }) => {
    const list = desired.lists.find((one) => one.prefix === prefix && one.target_model === target_model);
    if (list !== undefined && sameHotwords(list.hotwords, hotwords)) return [];
    const instead = desired.instant.find(({ previous_prefixes }) => previous_prefixes.includes(prefix));
    if (list === undefined && instead !== undefined)
      return [keptUntilRetired(vocabulary_id, prefix, instead)];
    const file = config.vocabularies.find(({ name }) => name === list?.name)?.location.file;
    const hint =
      file === undefined
        ? `to keep it, copy its backup file to your words, and write a vocabulary with the prefix ${prefix} and the model ${target_model} that includes the copy`
        : `to keep it, bring its words back in ${file} too: copy the backup file to your words, and \`include\` the copy in the place of the words that are there`;
    const isNew = plan.changes.some(
      ({ action, after }) => action === 'create' && after?.vocabulary_ids.includes(vocabulary_id),
    );
    // Beside a list that is bound, one with other words is a rival.
    const orBlocked =
      list !== undefined && isNew ? ', or is blocked if another list has its prefix and model' : '';
    const message = `${vocabulary_id} comes back, and the next apply changes or deletes it again${orBlocked}`;
    return [asWarning({ rule: 'restore-not-kept', message, hint })];
  });
}

/** No run touches a list whose words are sent with requests now, unless it is told to. */
function keptUntilRetired(
  vocabulary_id: string,
  prefix: string,
  { name, location }: InstantWords,
): Diagnostic {
  const message = `${vocabulary_id} comes back, and the next \`apply --retire\` deletes it again: ${name} is instant now`;
  const hint = `to have the list updated again, write \`delivery: list\` and \`prefix: ${prefix}\` in ${location?.file ?? name}, and take the prefix out of previous_prefixes`;
  return asWarning({ rule: 'restore-not-kept', message, hint });
}
