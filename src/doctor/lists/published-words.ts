import type { SentWords } from '../../model/instant/sent-words.js';
import { type Ids, type PublishedContent, toldTo } from '../../model/result/published.js';
import { quotable } from '../../model/text/printable.js';

/** Says of each word that a file has otherwise than it should what is the matter, and for whom: `"王小明" is not in it (lobby)`. */
export function differingWords(told: PublishedContent, consumers: Ids['consumers']): string[] {
  const users = new Map<string, string[]>();
  for (const [name, { vocabulary }] of Object.entries(consumers)) {
    const given = toldTo(told, name);
    if (given === undefined) continue;
    for (const saying of differencesOf(given.vocabulary ?? {}, vocabulary ?? {})) {
      users.set(saying, [...(users.get(saying) ?? []), name]);
    }
  }
  return [...users].map(([saying, names]) => `${saying} (${names.join(', ')})`);
}

/** Says of a program that it would send less than half of its words: as with a list, that is more than an edit between two applies. */
export function saidOfFew(name: string, has: SentWords | null, shall: SentWords | null): string[] {
  const wanted = Object.keys(shall ?? {});
  const given = wanted.filter((word) => Object.hasOwn(has ?? {}, word)).length;
  return given * 2 < wanted.length ? [`${name} is given ${given} of its ${wanted.length} words`] : [];
}

function differencesOf(has: SentWords, shall: SentWords): string[] {
  const words = new Set([...Object.keys(shall), ...Object.keys(has)]);
  return [...words].flatMap((word) => {
    const [now, then] = [weightIn(has, word), weightIn(shall, word)];
    return now === then ? [] : [`"${quotable(word)}" ${said(now, then)}`];
  });
}

/** A word may be called `constructor`. */
function weightIn(words: SentWords, word: string): number | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

function said(now: number | null, then: number | null): string {
  if (now === null) return 'is not in it';
  if (then === null) return 'is in it, and its program shall not send it any more';
  return `has the weight ${now} in it, and ${then} in the configuration`;
}
