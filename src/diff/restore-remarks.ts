import { type Change, isWrite, sameKey } from '../model/change.js';
import type { Desired, DesiredList } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import { sameHotwords } from '../model/hotword.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import type { Account, BackedUpList, ObservedList } from '../model/observed.js';
import { decideChanges } from './changes.js';
import { classify } from './ownership.js';

/** What a restore is made of, and what it meets. */
export interface Restored {
  readonly backups: readonly BackedUpList[];
  readonly account: Account;
  readonly desired: Desired;
}

/**
 * A restored list lasts until the next apply, unless the YAML says the same: what becomes of each that comes back, by a plan of
 * the configuration for the account as it will be.
 */
export function restoreRemarks(changes: readonly Change[], restored: Restored): Diagnostic[] {
  const { desired } = restored;
  const { account, returned, withBackedUpIds } = afterRestore(changes, restored);
  const ownership = classify(desired, account);
  const next = decideChanges(desired, ownership, { retire: false });
  return returned.flatMap(({ backup, list }) => {
    const pin = ownership.missing_pins.find(({ vocabulary_id }) => vocabulary_id === backup.vocabulary_id);
    if (pin !== undefined) return [stillPinned(backup, pin.address)];
    const change = next.find(({ before }) => before?.vocabulary_id === list.vocabulary_id);
    return change === undefined ? [] : remarksOn(backup, change, { next, desired, withBackedUpIds });
  });
}

/** What a restore leaves behind, as far as it can be told before. */
export interface AfterRestore {
  /** The account as it will be. */
  readonly account: Account;
  readonly returned: readonly Returned[];
  /** A text on that account, with the ids of the backups in the place of those that nobody knows yet. */
  readonly withBackedUpIds: (text: string) => string;
}

export function afterRestore(
  changes: readonly Change[],
  { backups, account }: Pick<Restored, 'backups' | 'account'>,
): AfterRestore {
  const returned = backups.flatMap((backup) => {
    const change = changes.find(({ after }) => after?.vocabulary_ids.includes(backup.vocabulary_id));
    return change !== undefined && isWrite(change) ? [asReturned(backup, change)] : [];
  });
  const withBackedUpIds = (text: string) =>
    returned.reduce(
      (said, { backup, list }) => said.replaceAll(list.vocabulary_id, backup.vocabulary_id),
      text,
    );
  return { account: withLists(account, returned), returned, withBackedUpIds };
}

interface Returned {
  readonly backup: BackedUpList;
  readonly list: ObservedList;
}

/** As the account will show it. One that is made anew gets an id that nobody knows yet. */
function asReturned(backup: BackedUpList, { before }: Change): Returned {
  const { prefix, target_model, hotwords, vocabulary_id } = backup;
  const anew = {
    vocabulary_id: `${vocabulary_id}-anew`,
    gmt_create: '9999',
    gmt_modified: '9999',
    status: 'OK',
  };
  return { backup, list: { ...(before ?? anew), prefix, target_model, hotwords } };
}

function withLists(account: Account, returned: readonly Returned[]): Account {
  const all = [...account.read, ...returned.map(({ list }) => list)];
  const read = [...new Map(all.map((list) => [list.vocabulary_id, list])).values()];
  const listed = [...account.listed, ...returned.map(({ list }) => list)];
  return {
    ...account,
    listed: [...new Map(listed.map((list) => [list.vocabulary_id, list])).values()],
    read,
  };
}

interface Next extends Pick<AfterRestore, 'withBackedUpIds'> {
  readonly next: readonly Change[];
  readonly desired: Desired;
}

function remarksOn(
  backup: BackedUpList,
  change: Change,
  { next, desired, withBackedUpIds }: Next,
): Diagnostic[] {
  const { action, reason, after, replaced_by } = change;
  if (action === 'update' && after !== null)
    return [changedAgain(backup, after.location?.file ?? after.name)];
  if (action === 'delete' && reason === 'duplicate') return [superfluous(backup)];
  if (action === 'delete') return [deletedAgain(backup, reason === 'removed')];
  if (reason === 'superseded') {
    const instead = desired.instant.find(({ name }) => name === replaced_by);
    const heir = desired.lists.find(({ address }) => address === replaced_by) ?? null;
    return [instead === undefined ? superseded(backup, replaced_by, heir) : sentInstead(backup, instead)];
  }
  const ofKey = next.filter((other) => sameKey(other, backup));
  const bound = ofKey.find((other) => other.after !== null);
  const rival = reason === 'rival' ? bound : ofKey.find((other) => other.reason === 'rival');
  const pins = bound?.after?.vocabulary_ids ?? [];
  // Whose the list is, is settled, and the other is only reported.
  if (bound?.before && pins.includes(bound.before.vocabulary_id) && pins.length === 1) return [];
  if (!rival?.before || !bound?.after) return [];
  return [besideAnother(backup, withBackedUpIds(rival.before.vocabulary_id), bound.after)];
}

/** What will not last, or will be in the way. */
export function notKept(message: string, hint: string): Diagnostic {
  return asWarning({ rule: 'restore-not-kept', message, hint });
}

function deletedAgain({ vocabulary_id, prefix, target_model }: BackedUpList, isRemoved: boolean): Diagnostic {
  return notKept(
    `${vocabulary_id} comes back, and the next apply deletes it again`,
    isRemoved
      ? `to keep it, take ${prefix} and its id out of \`removed\``
      : `to keep it, copy its backup file to your words, and write a vocabulary with the prefix ${prefix} and the model ${target_model} that includes the copy`,
  );
}

function superfluous({ vocabulary_id }: BackedUpList): Diagnostic {
  return notKept(
    `${vocabulary_id} comes back, and the next apply deletes it again: another list of its prefix and model has the same words`,
    'nothing is lost by that; leave its file out of what is restored',
  );
}

function changedAgain({ vocabulary_id }: BackedUpList, file: string): Diagnostic {
  return notKept(
    `${vocabulary_id} comes back, and the next apply changes it again`,
    `to keep it, bring its words back in ${file} too: ${included}`,
  );
}

/** A list with other words than the one that is bound is a rival, whoever made it. */
function besideAnother(
  { vocabulary_id, hotwords }: BackedUpList,
  rival: string,
  wanted: DesiredList,
): Diagnostic {
  const file = wanted.location?.file ?? wanted.name;
  return notKept(
    `${vocabulary_id} comes back beside ${rival}, which has its prefix and model, and one of the two blocks the next apply as a rival`,
    sameHotwords(wanted.hotwords, hotwords)
      ? `apply instead: ${file} has its words already`
      : `bring its words back in ${file} instead, and apply: ${included}`,
  );
}

const included =
  'copy the backup file to your words, and `include` the copy in the place of the words that are there';

/** A list that is made anew is another one to a pin. */
function stillPinned({ vocabulary_id }: BackedUpList, address: string): Diagnostic {
  return notKept(
    `${vocabulary_id} comes back with another id, and ${address} is pinned to this one: the next apply is blocked`,
    `write the new id, which the restore tells, under \`vocabulary_id\`, or take that line out`,
  );
}

/** No run touches a list whose place another has taken, unless it is told to. */
function superseded(
  { vocabulary_id, prefix, target_model }: BackedUpList,
  replaced_by: string | null,
  heir: DesiredList | null,
): Diagnostic {
  const hint =
    heir?.prefix === prefix
      ? `add ${target_model} to the models of ${heir.name}, with \`target_models\` in ${heir.location?.file ?? heir.name}`
      : 'give its prefix to a vocabulary, and take it out of previous_prefixes';
  return notKept(
    `${vocabulary_id} comes back, and the next \`apply --retire\` deletes it again: ${replaced_by} has its place`,
    `to have the list updated again, ${hint}`,
  );
}

function sentInstead({ vocabulary_id, prefix }: BackedUpList, { name, location }: InstantWords): Diagnostic {
  return notKept(
    `${vocabulary_id} comes back, and the next \`apply --retire\` deletes it again: ${name} is instant now`,
    `to have the list updated again, write \`delivery: list\` and \`prefix: ${prefix}\` in ${location?.file ?? name}, and take the prefix out of previous_prefixes`,
  );
}
