import { type Change, isWrite, sameKey } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import { sameHotwords } from '../model/hotword.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import type { BackedUpList, ObservedList } from '../model/observed.js';

/** What a restore is made of, and what it meets. */
export interface Restored {
  readonly backups: readonly BackedUpList[];
  /** The lists of the account that were read. */
  readonly account: readonly ObservedList[];
  readonly desired: Desired;
}

/** A restored list lasts until the next apply, unless the YAML says the same: what would keep each that comes back. */
export function restoreRemarks(changes: readonly Change[], restored: Restored): Diagnostic[] {
  return restored.backups.flatMap((backup) => {
    const change = changes.find(({ after }) => after?.vocabulary_ids.includes(backup.vocabulary_id));
    return change !== undefined && isWrite(change) ? remarksOn(backup, change, restored) : [];
  });
}

function remarksOn(backup: BackedUpList, { action }: Change, { account, desired }: Restored): Diagnostic[] {
  const { prefix, hotwords } = backup;
  const list = desired.lists.find((one) => sameKey(one, backup));
  if (list !== undefined && sameHotwords(list.hotwords, hotwords)) return [];
  const instead = desired.instant.find(({ previous_prefixes }) => previous_prefixes.includes(prefix));
  if (list === undefined)
    return [instead === undefined ? keptNowhere(backup) : keptUntilRetired(backup, instead)];
  const file = list.location?.file ?? list.name;
  const bound = action === 'create' ? account.find((held) => sameKey(held, backup)) : undefined;
  return [bound === undefined ? changedAgain(backup, file) : besideAnother(backup, bound, file)];
}

function keptNowhere({ vocabulary_id, prefix, target_model }: BackedUpList): Diagnostic {
  return asWarning({
    rule: 'restore-not-kept',
    message: `${vocabulary_id} comes back, and the next apply changes or deletes it again`,
    hint: `to keep it, copy its backup file to your words, and write a vocabulary with the prefix ${prefix} and the model ${target_model} that includes the copy`,
  });
}

function changedAgain({ vocabulary_id }: BackedUpList, file: string): Diagnostic {
  return asWarning({
    rule: 'restore-not-kept',
    message: `${vocabulary_id} comes back, and the next apply changes or deletes it again`,
    hint: `to keep it, bring its words back in ${file} too: ${included}`,
  });
}

/** A list with other words than the one that is bound is a rival, whoever made it. */
function besideAnother({ vocabulary_id }: BackedUpList, bound: ObservedList, file: string): Diagnostic {
  return asWarning({
    rule: 'restore-not-kept',
    message: `${vocabulary_id} comes back beside ${bound.vocabulary_id}, which has its prefix and model, and blocks the next apply as its rival`,
    hint: `bring its words back in ${file} instead, and apply: ${included}`,
  });
}

const included =
  'copy the backup file to your words, and `include` the copy in the place of the words that are there';

/** No run touches a list whose words are sent with requests now, unless it is told to. */
function keptUntilRetired(
  { vocabulary_id, prefix }: BackedUpList,
  { name, location }: InstantWords,
): Diagnostic {
  const message = `${vocabulary_id} comes back, and the next \`apply --retire\` deletes it again: ${name} is instant now`;
  const hint = `to have the list updated again, write \`delivery: list\` and \`prefix: ${prefix}\` in ${location?.file ?? name}, and take the prefix out of previous_prefixes`;
  return asWarning({ rule: 'restore-not-kept', message, hint });
}
