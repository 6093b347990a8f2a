import { decideChanges } from '../diff/changes.js';
import { instantChanges } from '../diff/instant-changes.js';
import { classify } from '../diff/ownership.js';
import { afterRestore, notKept, type Restored } from '../diff/restore-remarks.js';
import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Account } from '../model/observed.js';
import type { Blocked } from '../model/plan.js';
import { guard } from '../schedule/guard.js';

/** The guards that a restore sets off: what they hold back is the next apply, all of it, and nobody will look for the reason here. */
export function restoreBlocks(changes: readonly Change[], restored: Restored): Diagnostic[] {
  const { desired } = restored;
  const { account, returned } = afterRestore(changes, restored);
  const before = new Set(heldBack(desired, restored.account).map(({ message }) => message));
  return heldBack(desired, account)
    .filter(({ message }) => !before.has(message))
    .map(({ message, hints }) => {
      // A list that comes back has an id that nobody knows yet.
      const said = returned.reduce(
        (text, { backup, list }) => text.replaceAll(list.vocabulary_id, backup.vocabulary_id),
        message,
      );
      return notKept(`the next apply is blocked then: ${said}`, hints.join('; '));
    });
}

function heldBack(desired: Desired, account: Account): readonly Blocked[] {
  const changes = decideChanges(desired, classify(desired, account), { retire: false });
  const instant = instantChanges(desired, changes);
  return guard({ changes, instant, guards: desired.policy.guards, allow: [] }).blocked;
}
