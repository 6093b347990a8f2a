import type { DesiredList } from '../desired.js';
import { pairingKey } from '../hotword.js';
import { andMore } from '../text/and-more.js';
import { compareText } from '../text/compare.js';
import type { Removal } from './saving.js';
import { type Standing, toKeep } from './standing.js';

/*
 * Which lists of one model would fit into one? A word of several counts once: 300 and 300 words with 200 in common are 400.
 * To need the fewest lists is as hard as packing bags, so this takes the largest list first and puts each where it has
 * the most words in common, of equals where the least room is left over, else into a list of its own. Who holds a word is
 * looked up, so the time grows with the words and not with the square of the lists.
 */

/** @param besideOf how many words go with a request beside a list's, at the most; what a request takes, it takes of all together */
export function mergeSavings(
  lists: readonly DesiredList[],
  standing: Standing,
  besideOf: (list: DesiredList) => number,
): Removal[] {
  const models = [...new Set(lists.map(({ target_model }) => target_model))].sort(compareText);
  return models.flatMap((model) =>
    packed(
      lists.filter(({ target_model }) => target_model === model),
      { standing, besideOf },
    )
      .filter((group) => group.lists.length > 1)
      .sort((one, other) => other.lists.length - one.lists.length || byAddress(one.lists, other.lists))
      .map((group) => savingOf(group, standing)),
  );
}

interface Group {
  readonly lists: [DesiredList, ...DesiredList[]];
  /** Numbers of the words. */
  readonly words: Set<number>;
  readonly limit: number;
  /** Super hotwords, of which a list takes few; one of several lists may count twice. */
  supers: number;
  readonly most_supers: number;
  /** Words that go with a request beside these, at the most. */
  beside: number;
  /** Whether it has one that is protected: no two of those are one. */
  isKept: boolean;
}

interface Numbered {
  readonly list: DesiredList;
  readonly words: readonly number[];
}

interface Surroundings {
  readonly standing: Standing;
  readonly besideOf: (list: DesiredList) => number;
}

function packed(lists: readonly DesiredList[], { standing: { isKept }, besideOf }: Surroundings): Group[] {
  const groups: Group[] = [];
  const holders: number[][] = [];
  const common = new Int32Array(lists.length);
  for (const { list, words } of numbered(lists)) {
    common.fill(0, 0, groups.length);
    for (const word of words)
      for (const holder of holders[word] ?? []) common[holder] = (common[holder] ?? 0) + 1;
    const supers = supersOf(list);
    const beside = besideOf(list);
    const best = bestOf(groups, { common, size: words.length, supers, beside, isKept: isKept(list) });
    const group = put(list, groups, best);
    group.supers += supers;
    group.beside = Math.max(group.beside, beside);
    group.isKept ||= isKept(list);
    for (const word of words) {
      if (group.words.has(word)) continue;
      group.words.add(word);
      const holding = holders[word];
      if (holding === undefined) holders[word] = [best];
      else holding.push(best);
    }
  }
  return groups;
}

function supersOf({ hotwords, super_hotwords }: DesiredList): number {
  return hotwords.filter(({ weight }) => weight === super_hotwords.super).length;
}

/** Into a group, or into a new one behind the last. */
function put(list: DesiredList, groups: Group[], best: number): Group {
  const known = groups[best];
  if (known !== undefined) {
    known.lists.push(list);
    return known;
  }
  const { max_hotwords: limit, super_hotwords } = list;
  const group: Group = {
    lists: [list],
    words: new Set(),
    limit,
    supers: 0,
    most_supers: super_hotwords.max_super,
    beside: 0,
    isKept: false,
  };
  groups.push(group);
  return group;
}

/** The largest first; words are numbered, so that each text is looked at once. */
function numbered(lists: readonly DesiredList[]): Numbered[] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return lists
    .map((list) => ({ list, words: [...new Set(list.hotwords.map((word) => numberOf(pairingKey(word))))] }))
    .sort(
      (one, other) =>
        other.words.length - one.words.length || compareText(one.list.address, other.list.address),
    );
}

interface Candidate {
  /** How many words each group has of it. */
  readonly common: Int32Array;
  readonly size: number;
  readonly supers: number;
  readonly beside: number;
  readonly isKept: boolean;
}

/** Finds the group it goes into; the number behind the last one: none. */
function bestOf(groups: readonly Group[], { common, size, supers, isKept, ...candidate }: Candidate): number {
  let best = groups.length;
  for (const [index, { words, limit, supers: held, most_supers, ...group }] of groups.entries()) {
    const shared = common[index] ?? 0;
    if (isKept && group.isKept) continue;
    const together = words.size + size - shared + Math.max(candidate.beside, group.beside);
    if (together > limit || (supers > 0 && held + supers > most_supers)) continue;
    const sharedByBest = common[best] ?? 0;
    const before = groups[best]?.words;
    if (
      before === undefined ||
      shared > sharedByBest ||
      (shared === sharedByBest && words.size > before.size)
    )
      best = index;
  }
  return best;
}

const mostLists = 10;

function savingOf({ lists, words, limit }: Group, standing: Standing): Removal {
  const ordered = [...lists].sort((one, other) => compareText(one.address, other.address));
  const kept = toKeep(lists, standing);
  const named = andMore(ordered, mostLists, ({ address, hotwords }) => `${address} (${hotwords.length})`);
  return {
    hint: `merge ${named}`,
    why: `they fit into one list of ${limit} hotwords, with ${words.size} different ones${conflictsOf(ordered)}`,
    slots: lists.length - 1,
    goes: ordered.filter((list) => list !== kept),
  };
}

const mostWords = 3;

/** In one vocabulary a word has one weight. */
function conflictsOf(lists: readonly DesiredList[]): string {
  const weights = new Map<string, number>();
  const conflicts = new Map<string, string>();
  for (const word of lists.flatMap(({ hotwords }) => hotwords)) {
    const key = pairingKey(word);
    const earlier = weights.get(key) ?? word.weight;
    weights.set(key, earlier);
    if (earlier !== word.weight && !conflicts.has(key))
      conflicts.set(key, `"${word.text}" (${earlier} and ${word.weight})`);
  }
  if (conflicts.size === 0) return '';
  return `; choose a weight for ${andMore([...conflicts.values()], mostWords, (conflict) => conflict)}`;
}

function byAddress([one]: Group['lists'], [other]: Group['lists']): number {
  return compareText(one.address, other.address);
}
