import type { Desired } from '../../model/desired.js';
import { type ListedList, prefixOf } from '../../model/observed.js';
import { namesOffered } from '../../model/text/and-more.js';
import { didYouMean } from '../../model/text/closest.js';

/** What of the account shall be imported. */
export type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'named'; readonly prefixes: readonly string[]; readonly ids: readonly string[] };

/** What is named and not there, a sentence each, with what there is. */
export function missingIn(listed: readonly ListedList[], wanted: Wanted): string[] {
  if (wanted.kind === 'all') return [];
  const ids = listed.map(({ vocabulary_id }) => vocabulary_id);
  const prefixes = [...new Set(ids.flatMap((id) => prefixOf(id) ?? []))].sort();
  return [
    ...wanted.prefixes
      .filter((prefix) => !prefixes.includes(prefix))
      .map((prefix) => `no list of the account has the prefix ${prefix}${offered(prefix, prefixes)}`),
    ...wanted.ids
      .filter((id) => !ids.includes(id))
      .map((id) => `the account holds no list ${id}${offered(id, ids)}`),
  ];
}

/** Ids have some 45 characters so far; files are named after them. */
const longestId = 150;

function offered(named: string, there: readonly string[]): string {
  const guess = didYouMean(named, there);
  if (guess !== null) return `; ${guess}`;
  if (there.length === 0) return '; it holds none at all';
  return `; there is ${namesOffered(there)}`;
}

/** Says whether a list is asked for by name, or with all others. */
export function isWanted({ vocabulary_id }: Pick<ListedList, 'vocabulary_id'>, wanted: Wanted): boolean {
  if (wanted.kind === 'all') return prefixOf(vocabulary_id) !== null;
  return wanted.ids.includes(vocabulary_id) || wanted.prefixes.includes(prefixOf(vocabulary_id) ?? '');
}

/** Says why a configuration has an answer for a list already, so that nothing is to be imported; null: it has none. */
export function knownAs(
  { vocabulary_id }: Pick<ListedList, 'vocabulary_id'>,
  { lists, instant, policy }: Desired,
): string | null {
  const prefix = prefixOf(vocabulary_id);
  if (prefix === null || vocabulary_id.length > longestId)
    return 'its id is none that a configuration can name';
  if (policy.removed.includes(vocabulary_id) || policy.removed.includes(prefix))
    return 'it is named under `removed`';
  const owner = lists.find((list) => list.prefix === prefix);
  if (owner !== undefined) return `the vocabulary ${owner.name} has its prefix`;
  const former = lists.find((list) => list.previous_prefixes.includes(prefix));
  if (former !== undefined) return `${prefix} is a previous prefix of the vocabulary ${former.name}`;
  const sent = instant.find((words) => words.previous_prefixes.includes(prefix));
  return sent === undefined
    ? null
    : `${prefix} is a previous prefix of the instant vocabulary ${sent.name}, whose words go with requests by now; \`vocabsync apply --retire\` deletes the list`;
}
