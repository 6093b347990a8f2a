import { sameHotwords } from '../../model/hotword.js';
import type { ObservedList } from '../../model/observed.js';
import { compareForBinding } from '../../model/ownership.js';
import { compareText } from '../../model/text/compare.js';
import { holdWords } from './held-words.js';

/** All lists of one prefix and model: the one that a vocabulary shall be, and what else the account holds. */
export interface KeyGroup {
  readonly prefix: string;
  readonly target_model: string;
  readonly main: ObservedList;
  /** With the words of the main one. */
  readonly duplicates: readonly ObservedList[];
  /** With other words: no vocabulary can be both. */
  readonly rivals: readonly ObservedList[];
}

/**
 * Puts lists of one key together. The main one is chosen as a plan chooses the one that it binds: one that somebody has
 * named, then one that is OK, then the oldest, then the smallest id; only that one without words can be no vocabulary.
 * @param isChosen whether a list shall become a vocabulary; keys of which none shall are left out
 */
export function groupByKey(
  lists: readonly ObservedList[],
  isChosen: (list: ObservedList) => boolean,
): KeyGroup[] {
  const groups = new Map<string, ObservedList[]>();
  for (const list of lists) {
    const key = JSON.stringify([list.prefix, list.target_model]);
    groups.set(key, [...(groups.get(key) ?? []), list]);
  }
  return [...groups.values()]
    .filter((group) => group.some(isChosen))
    .map((group) => keyGroup(group, isChosen))
    .sort(byKey);
}

function keyGroup(lists: readonly ObservedList[], isChosen: (list: ObservedList) => boolean): KeyGroup {
  const ranked = [...lists].sort(
    (left, right) =>
      Number(isChosen(right) && hasWords(right)) - Number(isChosen(left) && hasWords(left)) ||
      Number(isChosen(right)) - Number(isChosen(left)) ||
      compareForBinding(left, right),
  );
  const [main, ...others] = ranked as [ObservedList, ...ObservedList[]];
  const { prefix, target_model } = main;
  const isDuplicate = (list: ObservedList): boolean => sameHotwords(list.hotwords, main.hotwords);
  return {
    prefix,
    target_model,
    main,
    duplicates: others.filter(isDuplicate),
    rivals: others.filter((list) => !isDuplicate(list)),
  };
}

/** Words that a file can hold. */
function hasWords({ hotwords }: ObservedList): boolean {
  return holdWords(hotwords).hotwords.length > 0;
}

function byKey(left: KeyGroup, right: KeyGroup): number {
  return compareText(left.prefix, right.prefix) || compareText(left.target_model, right.target_model);
}
