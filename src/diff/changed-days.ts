import type { SettingChange } from '../model/comparison.js';
import { type Config, type Entry, isList, type Vocabulary } from '../model/config.js';
import { pairingKey } from '../model/hotword.js';
import { andMore } from '../model/text/and-more.js';

/** Words that are named of those for which the same has changed, and changes that are told of a vocabulary. */
const mostNamed = 3;
const mostTold = 10;

/**
 * Words that both sides have, with another last day. No list has it and no plan shows it, so a review has to be told: a word
 * that was wanted for a time may be there for ever now. Words of which the same has changed are told together.
 */
export function changedDays(before: Config, after: Config): SettingChange[] {
  return after.vocabularies.flatMap((now) => {
    const old = earlierOf(now, before);
    return old === undefined ? [] : changesOf(old, now);
  });
}

/** By its name; one that has another now, by its prefix. */
function earlierOf(now: Vocabulary, { vocabularies }: Config): Vocabulary | undefined {
  const named = vocabularies.find(({ name }) => name === now.name);
  if (named !== undefined || !isList(now)) return named;
  return vocabularies.filter(isList).find(({ prefix }) => prefix.value === now.prefix.value);
}

interface Group {
  before: string | null;
  readonly after: string | null;
  readonly words: string[];
}

const variousDays = 'various days';

function changesOf(old: Vocabulary, now: Vocabulary): SettingChange[] {
  const groups = groupsOf(old, now);
  const told = groups.slice(0, groups.length > mostTold ? mostTold - 1 : mostTold);
  const rest = groups.slice(told.length).flatMap(({ words }) => words);
  return [
    ...told.map(({ before, after, words }) => ({
      name: `expires of ${andMore(words, mostNamed, (word) => `"${word}"`)} in ${now.name}`,
      before,
      after,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: `expires of ${rest.length} more words in ${now.name}`,
            before: 'another day, or none',
            after: variousDays,
          },
        ]),
  ];
}

/** Words that are kept for ever now come first and together, whatever they had: they are what a review has to see. */
function groupsOf(old: Vocabulary, now: Vocabulary): Group[] {
  const earlier = new Map(old.entries.map((entry): [string, Entry] => [pairingKey(entry), entry]));
  const groups = new Map<string | null, Group>();
  for (const entry of now.entries) {
    const before = earlier.get(pairingKey(entry));
    if (before === undefined || before.expires === entry.expires) continue;
    const key = entry.expires === null ? null : `${before.expires} ${entry.expires}`;
    const group = groups.get(key) ?? { before: before.expires, after: entry.expires, words: [] };
    if (group.before !== before.expires) group.before = variousDays;
    group.words.push(entry.text);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [...all.filter(({ after }) => after === null), ...all.filter(({ after }) => after !== null)];
}
