import type { Change } from '../model/change.js';
import { type Desired, type DesiredList, strayAddress } from '../model/desired.js';
import type { Account, ObservedList } from '../model/observed.js';
import type { Ownership } from '../model/ownership.js';
import { allUnchanged } from './diff-hotwords.js';

/** The vendor's form. Older than any update interval, and the same for all, so that no list has to wait. */
const longAgo = '2000-01-01 00:00:00';

/**
 * The account that would be left if exactly this had been applied and nobody else used it: what a comparison of two
 * configurations plans against, so that it knows everything a plan knows and asks nobody.
 */
export function accountAsDesired({ lists }: Desired): Account {
  const read = lists.map(listAsDesired);
  return { listed: read, read, server_time: null };
}

function listAsDesired(
  { prefix, target_model, vocabulary_ids, hotwords }: DesiredList,
  index: number,
): ObservedList {
  // A pin may stand for any of the vocabulary's models; which one makes no difference here.
  const [pinned, ...others] = vocabulary_ids;
  const isKnown = pinned !== undefined && others.length === 0;
  return {
    vocabulary_id: isKnown ? pinned : `vocab-${prefix}-as-in-the-base-${index + 1}`,
    ...(isKnown ? {} : { called: inTheBase(prefix, target_model) }),
    prefix,
    target_model,
    hotwords,
    gmt_create: longAgo,
    gmt_modified: longAgo,
    status: 'OK',
  };
}

/** Names a list of the base, which has an id that only the account knows. */
function inTheBase(prefix: string, target_model: string) {
  return { name: `prefix ${prefix}`, address: `${strayAddress(prefix, target_model)} (in the base)` };
}

/** Lists that nothing knows any more: not declared, in no namespace, not under `removed`. They keep their slots. */
export function abandonedLists({ unmanaged }: Ownership, { read }: Account): Change[] {
  const unknown = new Set(unmanaged.map(({ vocabulary_id }) => vocabulary_id));
  const lists = read.filter(({ vocabulary_id }) => unknown.has(vocabulary_id));
  return lists.map((list) => ({
    address: strayAddress(list.prefix, list.target_model),
    name: null,
    prefix: list.prefix,
    target_model: list.target_model,
    action: 'keep',
    reason: 'abandoned',
    before: list,
    after: null,
    hotwords: allUnchanged(list.hotwords),
    words_digest: null,
    replaced_by: null,
    replaces: null,
    differs_from: null,
    replacements: [],
    consumers: [],
  }));
}
