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
  const before = new Set(heldBack(desired, restored.account).map(keyOf));
  // A list that comes back has an id that nobody knows yet.
  const asItWas = (text: string) =>
    returned.reduce(
      (said, { backup, list }) => said.replaceAll(list.vocabulary_id, backup.vocabulary_id),
      text,
    );
  return heldBack(desired, account)
    .filter((block) => !before.has(keyOf(block)))
    .map(({ message, hints }) =>
      notKept(`the next apply is blocked then: ${asItWas(message)}`, asItWas(hints.join('; '))),
    );
}

function keyOf({ rule, address }: Blocked): string {
  return `${rule} ${address ?? ''}`;
}

function heldBack(desired: Desired, account: Account): readonly Blocked[] {
  const changes = decideChanges(desired, classify(desired, account), { retire: false });
  const instant = instantChanges(desired, changes);
  return guard({ changes, instant, guards: desired.policy.guards, allow: [] }).blocked;
}
