import { decideChanges } from '../diff/changes.js';
import { instantChanges } from '../diff/instant-changes.js';
import { classify } from '../diff/ownership.js';
import { afterRestore, notKept, type Restored } from '../diff/restore-remarks.js';
import { describeAccount } from '../model/account.js';
import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import type { Account, BackedUpList } from '../model/observed.js';
import { type AccountIdentity, type Blocked, type BlockRule, noShaping } from '../model/plan.js';
import { schedule } from '../schedule/schedule.js';

/** What restore-remarks tells, list by list. */
const toldElsewhere: readonly BlockRule[] = ['rival', 'pinned-list-missing'];

/** What holds back the next apply, all of it, once the lists are back: nobody would look for the reason here. */
export function restoreBlocks(
  changes: readonly Change[],
  restored: Restored,
  identity: AccountIdentity,
): Diagnostic[] {
  const { desired } = restored;
  const { account, withBackedUpIds } = afterRestore(changes, restored);
  const before = new Set(heldBack(desired, restored.account, identity).map(keyOf));
  return heldBack(desired, account, identity)
    .filter((block) => !before.has(keyOf(block)) && !toldElsewhere.includes(block.rule))
    .map(({ message, hints }) =>
      notKept(
        `the next apply is blocked then: ${withBackedUpIds(message)}`,
        withBackedUpIds(hints.join('; ')),
      ),
    );
}

function keyOf({ rule, address }: Blocked): string {
  return `${rule} ${address ?? ''}`;
}

function heldBack(desired: Desired, state: Account, account: AccountIdentity): readonly Blocked[] {
  const ownership = classify(desired, state);
  const changes = decideChanges(desired, ownership, { retire: false });
  const instant = instantChanges(desired, changes);
  const { server_time } = state;
  const options = { shaping: noShaping, allow: [] };
  return schedule({ account, desired, ownership, changes, instant, server_time }, options).blocked;
}

/** Backups say where they are from, and the command that restores them may have been meant for another configuration. */
export function otherAccounts(backups: readonly BackedUpList[], identity: AccountIdentity): Diagnostic[] {
  const here = describeAccount(identity);
  // It may have got its name since.
  const known = [here, describeAccount({ ...identity, name: null })];
  const origins = new Set(backups.flatMap(({ account }) => account ?? []));
  return [...origins]
    .filter((account) => !known.includes(account))
    .map((account) =>
      asWarning({
        rule: 'restore-other-account',
        message: `the backups are of ${account}, and this is ${here}`,
        hint: 'name the configuration of that account with -c, unless the lists are meant to come here',
      }),
    );
}
