import { type Change, type ListKey, takesOver } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { nameOf } from '../model/observed.js';
import type { Blocked, Quota } from '../model/plan.js';
import { packingAdvice } from '../model/slots/packing.js';
import { listed } from '../model/text/users-named.js';
import type { Order } from './order.js';
import { mayBeUsed } from './unclaimed-lists.js';

/** The creates for which there is no slot: the arithmetic, and every way out this account has. */
export function noSlot({ without_slot, steps, changes }: Order, quota: Quota, desired: Desired): Blocked[] {
  const freed = steps.filter(({ op }) => op === 'delete').length;
  const placed = steps.filter(({ op }) => op === 'create').length;
  const arithmetic =
    `${quota.in_use} of ${quota.limit} slots are taken (${quota.in_use - quota.unmanaged} ours, ${quota.unmanaged} unmanaged); ` +
    `the plan needs ${placed + without_slot.length} and frees ${freed}`;
  const waiting = new Map(without_slot.map((change) => [change.address, change]));
  const account = { changes, quota, waiting, protect: desired.policy.protect };
  // The same for each, and not quickly found.
  const advice =
    without_slot.length === 0
      ? []
      : packingAdvice(desired, { unmade: unmadeIn(changes), held: heldIn(changes) });
  return without_slot.map((change) => ({
    rule: 'no-slot',
    address: change.address,
    message: `no slot for ${change.address}: ${arithmetic}`,
    hints: [...waysOut(change, account), ...advice],
  }));
}

/** What the account holds of ours. */
function heldIn(changes: readonly Change[]): ListKey[] {
  return changes.filter(({ before }) => before !== null);
}

/** Names of vocabularies of which the account holds no list that would have to stay until consumers have switched. */
function unmadeIn(changes: readonly Change[]): Set<string> {
  const wanted = changes.flatMap(({ after, before, address }) =>
    after === null ? [] : { name: after.name, before, address },
  );
  const made = new Set(wanted.filter(({ before }) => before !== null).map(({ name }) => name));
  const replacing = new Set(changes.flatMap(({ replacements }) => replacements));
  for (const { name, address } of wanted) if (replacing.has(address)) made.add(name);
  return new Set(wanted.map(({ name }) => name).filter((name) => !made.has(name)));
}

interface Account {
  readonly changes: readonly Change[];
  readonly quota: Quota;
  /** All for which there is no slot, by address. */
  readonly waiting: ReadonlyMap<string, Change>;
  readonly protect: readonly string[];
}

/** What would free a slot in this account, the least harmful first. A list that is protected frees none. */
function waysOut(creation: Change, { changes, quota, waiting, protect }: Account): string[] {
  const kept = changes.filter(({ action, prefix }) => action === 'keep' && !protect.includes(prefix));
  const named = (reasons: readonly string[]) => kept.filter(({ reason }) => reasons.includes(reason));
  const idle = namesOf(named(['orphan', 'duplicate']).filter((change) => !mayBeUsed(change, changes)));
  // What this one replaces has to wait for it, and it for a slot.
  const superseded = named(['superseded', 'replacement_not_ready']);
  const replaced = superseded.filter((old) => takesOver(creation, old));
  // Lists that go make room for as many.
  const sharing = [...waiting.values()].filter((one) => replaced.some((old) => takesOver(one, old)));
  const room =
    sharing.length > replaced.length
      ? `, which is room for ${replaced.length} of ${listed(sharing.map(({ address }) => address))}`
      : '';
  // A plan that is blocked makes nothing.
  const unmade = (old: Change) =>
    changes.filter(({ action, address }) => action === 'create' && old.replacements.includes(address));
  const retirable = superseded.filter((old) => unmade(old).length === 0);
  const later = superseded
    .map(unmade)
    .filter((made) => made.length > 0 && !made.some(({ address }) => waiting.has(address)))
    .flatMap((made) => made.map(({ address }) => address));
  // It waits for this one, though whoever uses it comes to another.
  const stuck = namesOf(
    superseded.filter((old) => old.replacements.includes(creation.address) && !takesOver(creation, old)),
  );
  return [
    ...(idle.length > 0
      ? [`name lists that nobody needs under \`removed\`, such as ${idle.join(', ')}`]
      : []),
    ...(retirable.some(({ reason }) => reason === 'superseded')
      ? ['`--retire` superseded lists once their replacements are OK']
      : []),
    ...(later.length > 0
      ? [
          `leave ${creation.address} out until ${[...new Set(later)].join(', ')} is made: then \`--retire\` frees the slot of what it replaces`,
        ]
      : []),
    ...named(['replacement_not_published']).map(
      ({ replacements }) =>
        `apply the move of ${listed(replacements.filter((one) => !changes.some(({ address }) => address === one)))} to instant words alone, which publishes them, and \`--retire\` then; or \`--retire --delete-first\` (no words until they are deployed)`,
    ),
    ...(replaced.length > 0
      ? [`\`--delete-first\` deletes the list that this one replaces before (downtime)${room}`]
      : []),
    ...(stuck.length > 0
      ? [
          `name ${stuck.join(', ')} under \`removed\` once nobody uses it: no flag retires it before ${creation.address} is made`,
        ]
      : []),
    ...(quota.unmanaged > 0 ? ['ask the owners of the unmanaged lists'] : []),
    'raise account.list_quota once the vendor has raised yours',
  ];
}

function namesOf(changes: readonly Change[]): string[] {
  return changes.flatMap(({ before }) => (before === null ? [] : nameOf(before)));
}
