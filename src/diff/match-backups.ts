import { noSuperHotwords } from '../model/catalogue/target-models.js';
import { type Change, sameKey } from '../model/change.js';
import { type DesiredList, strayAddress } from '../model/desired.js';
import { noRemarks, sameHotwords } from '../model/hotword.js';
import type { BackedUpList, ObservedList } from '../model/observed.js';
import { compareText } from '../model/text/compare.js';
import { allAdded, allUnchanged, diffHotwords } from './diff-hotwords.js';

/**
 * What brings the backups back: a list that still exists gets its words, one that is gone is made anew. A list that was
 * made anew before is found by its prefix, model and words, so restoring twice is restoring once. Nothing else changes.
 * @param wanted what the configuration asks for: it says who recognises with a list
 */
export function matchBackups(
  backups: readonly BackedUpList[],
  account: readonly ObservedList[],
  wanted: readonly DesiredList[],
): Change[] {
  const byId = new Map(account.map((list) => [list.vocabulary_id, list]));
  const spare = new Set(account.filter(({ vocabulary_id }) => !isBackedUp(vocabulary_id, backups)));
  return [...backups]
    .sort((left, right) => compareText(left.vocabulary_id, right.vocabulary_id))
    .map((backup) => {
      const before = byId.get(backup.vocabulary_id) ?? takeEqual(backup, spare);
      return restoring(backup, before, consumersOf(backup, { before, account, backups, wanted }));
    });
}

interface Around {
  readonly before: ObservedList | undefined;
  readonly account: readonly ObservedList[];
  readonly backups: readonly BackedUpList[];
  readonly wanted: readonly DesiredList[];
}

/** Whoever recognises with the list of a vocabulary, as long as that is this one: of several, another may be bound. */
function consumersOf(backup: BackedUpList, { before, account, backups, wanted }: Around): readonly string[] {
  const others = [
    ...account.filter((list) => list !== before),
    ...backups.filter((other) => other !== backup),
  ];
  if (others.some((list) => sameKey(list, backup))) return [];
  return wanted.find((list) => sameKey(list, backup))?.consumers ?? [];
}

function isBackedUp(id: string, backups: readonly BackedUpList[]): boolean {
  return backups.some(({ vocabulary_id }) => vocabulary_id === id);
}

/** A list serves for one backup only: of two duplicates that were deleted, both come back. */
function takeEqual(backup: BackedUpList, spare: Set<ObservedList>): ObservedList | undefined {
  const equal = [...spare].find(
    ({ prefix, target_model, hotwords }) =>
      prefix === backup.prefix &&
      target_model === backup.target_model &&
      sameHotwords(hotwords, backup.hotwords),
  );
  if (equal !== undefined) spare.delete(equal);
  return equal;
}

function restoring(
  backup: BackedUpList,
  before: ObservedList | undefined,
  consumers: readonly string[],
): Change {
  const after = wantedAgain(backup, consumers);
  const { address, prefix, target_model, hotwords } = after;
  const identity = {
    address,
    name: null,
    prefix,
    target_model,
    after,
    replaced_by: null,
    words_digest: null,
    replaces: null,
    differs_from: null,
    replacements: [],
    consumers,
  };
  if (before === undefined) {
    const words = allAdded(hotwords);
    return { ...identity, action: 'create', reason: 'restored', before: null, hotwords: words };
  }
  if (sameHotwords(before.hotwords, hotwords)) {
    return { ...identity, action: 'no-op', reason: 'in_sync', before, hotwords: allUnchanged(hotwords) };
  }
  const words = diffHotwords(before.hotwords, hotwords);
  return { ...identity, action: 'update', reason: 'restored', before, hotwords: words };
}

function wantedAgain(
  { vocabulary_id, prefix, target_model, hotwords }: BackedUpList,
  consumers: readonly string[],
): DesiredList {
  return {
    address: strayAddress(prefix, target_model),
    name: prefix,
    prefix,
    target_model,
    previous_prefixes: [],
    vocabulary_ids: [vocabulary_id],
    hotwords,
    remarks: noRemarks,
    owner: null,
    consumers,
    max_hotwords: Number.POSITIVE_INFINITY,
    super_hotwords: noSuperHotwords,
    could_be_instant: false,
    location: null,
  };
}
