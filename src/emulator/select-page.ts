import type { StoredList } from './account-state.js';
import type { Paging } from './parse-input.js';
import type { EmulatorSwitches } from './switches.js';

export interface Selection {
  /** null: lists of all prefixes. */
  readonly prefix: string | null;
  readonly paging: Paging;
}

/** One page of the lists that match; a page past the end is empty. */
export function selectPage(
  lists: readonly StoredList[],
  { prefix, paging }: Selection,
  switches: EmulatorSwitches,
): readonly StoredList[] {
  const matching = lists.filter((list) => prefix === null || matches(list.prefix, prefix, switches));
  const capped = Math.min(paging.size, switches.page_cap ?? paging.size);
  const offset = paging.index * (switches.page_cap_offset === 'capped' ? capped : paging.size);
  return inOrder(matching, switches).slice(offset, offset + capped);
}

function matches(prefix: string, filter: string, { prefix_match }: EmulatorSwitches): boolean {
  return prefix_match === 'exact' ? prefix === filter : prefix.startsWith(filter);
}

function inOrder(lists: readonly StoredList[], { order }: EmulatorSwitches): readonly StoredList[] {
  switch (order) {
    case 'newest':
      return lists.toReversed().sort((left, right) => right.created_at - left.created_at);
    case 'oldest':
      return lists.toSorted((left, right) => left.created_at - right.created_at);
    case 'id':
      return lists.toSorted((left, right) => (left.vocabulary_id < right.vocabulary_id ? -1 : 1));
    case 'shuffled':
      return lists.toSorted((left, right) => scatter(left.vocabulary_id) - scatter(right.vocabulary_id));
  }
}

/** FNV-1a: a number that has nothing to do with the alphabet or with time. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
