import { type Desired, type DesiredList, howToClaim } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import { usersNamed } from '../model/text/users-named.js';

/** Vocabularies whose lists get another prefix and that do not name the old one: the old list is nobody's, at once. */
export function renamedPrefixes(before: Desired, after: Desired): Diagnostic[] {
  const told = new Set<string>();
  const unclaimed = listsLeft(before, after);
  return after.lists.flatMap((list) => {
    const left = unclaimed.filter((old) => wasList(old, list, before));
    const prefixes = new Set(left.map(({ prefix }) => prefix));
    return [...prefixes].flatMap((prefix) => {
      const key = JSON.stringify([list.name, prefix]);
      if (told.has(key)) return [];
      told.add(key);
      return [unnamed(list, prefix)];
    });
  });
}

/** The lists of a prefix of which no vocabulary, nor a line under `removed`, says any more what becomes of them. */
export function listsLeft(before: Desired, { policy, lists, instant }: Desired): DesiredList[] {
  const claimed = new Set([
    ...policy.removed,
    ...lists.map(({ prefix }) => prefix),
    ...[...lists, ...instant].flatMap(({ previous_prefixes }) => previous_prefixes),
  ]);
  return before.lists.filter(({ prefix }) => !claimed.has(prefix));
}

/** The vocabulary has kept its name, or a consumer says so: it recognised with the one, and shall with the other. */
function wasList(old: DesiredList, list: DesiredList, { consumers }: Desired): boolean {
  if (old.name === list.name) return true;
  return consumers.some(({ name, list: used }) => used === old.address && list.consumers.includes(name));
}

function unnamed(list: DesiredList, old: string): Diagnostic {
  const { name, prefix, consumers, location } = list;
  return asWarning(
    {
      rule: 'previous-prefix-missing',
      message: `${name} had a list of the prefix ${old} and gets one of ${prefix}, without naming the old one: that list is nobody's then, and may be deleted before ${usersNamed(consumers)} can have switched`,
      hint: howToClaim(list, old),
    },
    location,
  );
}
