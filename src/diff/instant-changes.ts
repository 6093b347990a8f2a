import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import type { InstantChange, ReplacedList } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { compareText } from '../model/text/compare.js';
import { diffHotwords, diffTexts } from './diff-hotwords.js';

/** What applications send with each request, and the lists that it replaces. The account knows nothing of it. */
export function instantChanges({ instant }: Desired, changes: readonly Change[]): InstantChange[] {
  return [...instant].sort(byName).map((after) => ({
    name: after.name,
    before: null,
    after,
    hotwords: null,
    replaces: replacedBy(after, changes),
  }));
}

/** The same between two configurations: what one asks to be sent with requests, and what the other. */
export function comparedInstant(
  before: Desired,
  desired: Desired,
  changes: readonly Change[],
): InstantChange[] {
  const was = byNames(before);
  const is = byNames(desired);
  const gone = before.instant
    .filter(({ name }) => !is.has(name))
    .map((words) => ({
      name: words.name,
      before: words,
      after: null,
      hotwords: diffHotwords(words.hotwords, []),
      replaces: [],
    }));
  const now = instantChanges(desired, changes).map((change) => {
    const old = was.get(change.name) ?? null;
    return {
      ...change,
      before: old,
      hotwords: diffHotwords(old?.hotwords ?? [], change.after?.hotwords ?? []),
    };
  });
  return [...now, ...gone].sort(byName);
}

function byNames({ instant }: Desired): Map<string, InstantWords> {
  return new Map(instant.map((words) => [words.name, words]));
}

function replacedBy({ name, hotwords }: InstantWords, changes: readonly Change[]): ReplacedList[] {
  return changes.flatMap(({ address, before, replacements }) =>
    before === null || !replacements.includes(name)
      ? []
      : [{ address, vocabulary_id: before.vocabulary_id, hotwords: diffTexts(before.hotwords, hotwords) }],
  );
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compareText(one.name, other.name);
}
