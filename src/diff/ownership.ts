import { sameKey } from '../model/change.js';
import { type Desired, type DesiredList, inNamespace } from '../model/desired.js';
import { sameHotwords } from '../model/hotword.js';
import { type Account, type ListedList, type ObservedList, prefixOf } from '../model/observed.js';
import { compareForBinding, type OwnedList, type Ownership, type Role } from '../model/ownership.js';
import { compareText } from '../model/text/compare.js';

/*
 * Whose list is it? There is no state file: everything is told from the id, whose middle is the prefix, and from what
 * a query says of the list. The questions are asked in this order, and the first that is answered with yes decides:
 *
 *   1. Is it named under `removed`?                               removed
 *   2. Has it the prefix and the model of a desired list?         bound, duplicate or rival
 *   3. Has it the prefix, or a previous prefix, of a vocabulary?  superseded
 *   4. Does its prefix start with the namespace?                  orphan
 *   5. Otherwise it is somebody else's.                           unmanaged
 *
 * A desired list has one bound list at most. What else has its key is a duplicate when its words are the bound one's or the
 * desired ones, since deleting it then loses nothing, and a rival when they are not: perhaps another team's, perhaps
 * the one the consumers really use. A program cannot know, so it never writes to one.
 *
 * An instant vocabulary has no list, so it binds none and disputes none: it can only supersede lists, by its previous
 * prefixes, alone or with desired lists beside it. Where it takes a list's place, nothing in the account shows whether
 * the consumers have switched. When it becomes a list again under the old prefix, what is still there is simply bound.
 */

/** Whether a list can turn out to be anything but unmanaged. Told from the id alone, before any query. */
export function mayBeOurs(desired: Desired): (list: ListedList) => boolean {
  const ids = new Set([
    ...desired.policy.removed,
    ...desired.lists.flatMap(({ vocabulary_ids }) => vocabulary_ids),
  ]);
  const prefixes = new Set([
    ...desired.policy.removed,
    ...desired.lists.flatMap(({ prefix, previous_prefixes }) => [prefix, ...previous_prefixes]),
    ...desired.instant.flatMap(({ previous_prefixes }) => previous_prefixes),
  ]);
  return ({ vocabulary_id }) => {
    const prefix = prefixOf(vocabulary_id);
    if (prefix === null) return false;
    return ids.has(vocabulary_id) || prefixes.has(prefix) || inNamespace(prefix, desired.policy);
  };
}

/** Sorts the account by what its lists are to the configuration. The order of the lists has no influence. */
export function classify(desired: Desired, account: Account): Ownership {
  const owned: OwnedList[] = [];
  const bound = bindAll(desired, account.read);
  for (const list of [...account.read].sort(byId)) {
    const owner = ownerOf(list, desired, bound);
    if (owner !== null) owned.push({ list, ...owner });
  }
  const known = new Set(owned.map(({ list }) => list.vocabulary_id));
  return {
    owned,
    unmanaged: account.listed.filter(({ vocabulary_id }) => !known.has(vocabulary_id)).sort(byId),
    missing_pins: missingPins(desired, account.read),
  };
}

type Bindings = ReadonlyMap<DesiredList, ObservedList>;

function ownerOf(list: ObservedList, desired: Desired, bound: Bindings): Omit<OwnedList, 'list'> | null {
  if (isRemoved(list, desired)) return { role: 'removed', desired: null, ...unreplaced };
  const wanted = desired.lists.find((candidate) => sameKey(list, candidate));
  if (wanted !== undefined)
    return { role: roleInKey(list, wanted, bound), desired: wanted, ...unreplaced, replacements: [wanted] };
  const replacements = replacementsOf(list, desired);
  const successors = successorsOf(list, replacements, bound);
  const instant = desired.instant
    .filter(({ previous_prefixes }) => previous_prefixes.includes(list.prefix))
    .sort((left, right) => compareText(left.name, right.name));
  const [nearest] = successors;
  if (nearest !== undefined || instant.length > 0)
    return { role: 'superseded', desired: nearest ?? null, replacements, successors, instant };
  return inNamespace(list.prefix, desired.policy) ? { role: 'orphan', desired: null, ...unreplaced } : null;
}

/**
 * Those of the same model, which is a vocabulary with another prefix. Else it is one with another model, and they are those
 * that are still to be made, or else the youngest, since a move makes its lists in one run: what was there long before had
 * consumers of its own. The nearest comes first: of the same model by address, so that it stays the same while they are made.
 */
function successorsOf(
  list: ObservedList,
  replacements: readonly DesiredList[],
  bound: Bindings,
): readonly DesiredList[] {
  const byAddress = replacements.toSorted((one, other) => compareText(one.address, other.address));
  const ofTheModel = byAddress.filter(({ target_model }) => target_model === list.target_model);
  if (ofTheModel.length > 0) return ofTheModel;
  const madeAt = (one: DesiredList) => epochOf(bound.get(one)?.gmt_create ?? notYet);
  const latest = Math.max(...byAddress.map(madeAt));
  return byAddress
    .filter((one) => latest - madeAt(one) < oneRun)
    .toSorted((one, other) => madeAt(other) - madeAt(one));
}

const notYet = '';

/** A run may be interrupted, and gone on with on the same day. In milliseconds. */
const oneRun = 24 * 3_600_000;

/** All times of an account are in one zone; one that is still to come, or cannot be read, is taken for the latest. */
function epochOf(gmt: string): number {
  const time = Date.parse(`${gmt.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

const unreplaced = { replacements: [], successors: [], instant: [] };

function roleInKey(list: ObservedList, wanted: DesiredList, bindings: Bindings): Role {
  const bound = bindings.get(wanted);
  if (bound === undefined || bound.vocabulary_id === list.vocabulary_id) return 'bound';
  // Somebody said that this list matters, so it is not deleted for having the same words as another.
  if (wanted.vocabulary_ids.includes(list.vocabulary_id)) return 'rival';
  const nothingLost =
    sameHotwords(list.hotwords, bound.hotwords) || sameHotwords(list.hotwords, wanted.hotwords);
  return nothingLost ? 'duplicate' : 'rival';
}

function bindAll(desired: Desired, lists: readonly ObservedList[]): Bindings {
  const bindings = new Map<DesiredList, ObservedList>();
  for (const wanted of desired.lists) {
    const candidates = lists.filter((list) => sameKey(list, wanted) && !isRemoved(list, desired));
    const bound = bind(wanted, candidates);
    if (bound !== undefined) bindings.set(wanted, bound);
  }
  return bindings;
}

/** The pinned one; else an `OK` one before others, then equal words, then the oldest, then the smallest id. */
function bind(wanted: DesiredList, candidates: readonly ObservedList[]): ObservedList | undefined {
  // Nearly always, and comparing words is what takes time.
  if (candidates.length < 2) return candidates[0];
  const isPinned = ({ vocabulary_id }: ObservedList) => wanted.vocabulary_ids.includes(vocabulary_id);
  const same = new Set(candidates.filter(({ hotwords }) => sameHotwords(hotwords, wanted.hotwords)));
  return candidates.toSorted(
    (one, other) =>
      Number(isPinned(other)) - Number(isPinned(one)) ||
      compareForBinding(one, other, (list) => same.has(list)),
  )[0];
}

/** Every list of a vocabulary that has this list's prefix, or had it. */
function replacementsOf({ prefix }: ObservedList, desired: Desired): DesiredList[] {
  const claims = desired.lists.filter(
    (list) => list.prefix === prefix || list.previous_prefixes.includes(prefix),
  );
  const prefixes = new Set(claims.map((list) => list.prefix));
  return desired.lists.filter((list) => prefixes.has(list.prefix));
}

function missingPins(desired: Desired, lists: readonly ObservedList[]): Ownership['missing_pins'] {
  const pinned = new Map<string, string>();
  for (const { vocabulary_ids, address } of desired.lists) {
    for (const vocabulary_id of vocabulary_ids) {
      if (!pinned.has(vocabulary_id)) pinned.set(vocabulary_id, address);
    }
  }
  for (const list of lists) {
    if (desired.lists.some((wanted) => sameKey(list, wanted))) pinned.delete(list.vocabulary_id);
  }
  return [...pinned].map(([vocabulary_id, address]) => ({ vocabulary_id, address }));
}

function isRemoved({ vocabulary_id, prefix }: ObservedList, { policy: { removed } }: Desired): boolean {
  return removed.includes(vocabulary_id) || removed.includes(prefix);
}

type HasId = Pick<ListedList, 'vocabulary_id'>;

function byId(left: HasId, right: HasId): number {
  return compareText(left.vocabulary_id, right.vocabulary_id);
}
