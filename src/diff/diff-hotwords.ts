import type { ChangedHotword, HotwordDiff } from '../model/change.js';
import { canonicalHotword, equalityKey, type Hotword, pairingKey } from '../model/hotword.js';
import { compareText } from '../model/text/compare.js';
import { composed } from '../model/text/composed.js';

/**
 * What it takes to get from one multiset of words to another. Equal entries pair first; what is left pairs by text and
 * lang. The result is in the order of the texts, so the order of the input leaves no trace.
 */
export function diffHotwords(before: readonly Hotword[], after: readonly Hotword[]): HotwordDiff {
  const equal = pairUp(before, after, equalityKey);
  const same = pairUp(equal.leftBefore, equal.leftAfter, pairingKey);
  return {
    added: same.leftAfter,
    removed: same.leftBefore,
    changed: same.pairs,
    unchanged: equal.pairs.length,
  };
}

/**
 * The same where one of the two goes with requests, which carry no lang: a word is the same whatever lang a list gives it, and
 * one that a list has for several langs is not lost while its text is there.
 */
export function diffTexts(before: readonly Hotword[], after: readonly Hotword[]): HotwordDiff {
  const equal = pairUp(before, after, equalityKey);
  const same = pairUp(equal.leftBefore, equal.leftAfter, textOf);
  const kept = new Set(after.map(textOf));
  return {
    added: same.leftAfter,
    removed: same.leftBefore.filter((word) => !kept.has(textOf(word))),
    changed: same.pairs,
    unchanged: equal.pairs.length,
  };
}

function textOf({ text }: Hotword): string {
  return composed(text);
}

/** Nothing changes. */
export function allUnchanged(words: readonly Hotword[]): HotwordDiff {
  return { added: [], removed: [], changed: [], unchanged: words.length };
}

/** All words of a list that comes into being. */
export function allAdded(words: readonly Hotword[]): HotwordDiff {
  return { added: inOrder(words), removed: [], changed: [], unchanged: 0 };
}

/** All words of a list that goes. */
export function allRemoved(words: readonly Hotword[]): HotwordDiff {
  return { added: [], removed: inOrder(words), changed: [], unchanged: 0 };
}

interface Pairing {
  readonly pairs: readonly ChangedHotword[];
  readonly leftBefore: readonly Hotword[];
  readonly leftAfter: readonly Hotword[];
}

function pairUp(
  before: readonly Hotword[],
  after: readonly Hotword[],
  keyOf: (word: Hotword) => string,
): Pairing {
  const waiting = new Map<string, Hotword[]>();
  // From the back, so that `pop` hands the words out from the front.
  for (const word of inOrder(before).reverse()) {
    const key = keyOf(word);
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [word]);
    else queue.push(word);
  }
  const pairs: ChangedHotword[] = [];
  const leftAfter: Hotword[] = [];
  for (const word of inOrder(after)) {
    const partner = waiting.get(keyOf(word))?.pop();
    if (partner === undefined) leftAfter.push(word);
    else pairs.push({ before: partner, after: word });
  }
  return { pairs, leftBefore: inOrder([...waiting.values()].flat()), leftAfter };
}

function inOrder(words: readonly Hotword[]): Hotword[] {
  return [...words].sort(
    (left, right) =>
      compareText(left.text, right.text) || compareText(canonicalHotword(left), canonicalHotword(right)),
  );
}
