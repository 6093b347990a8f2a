import { languageMeant } from '../../../model/catalogue/language-code.js';
import type { Config, Entry, Vocabulary } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import type { RoughReading } from '../../../model/ports.js';
import { andMore } from '../../../model/text/and-more.js';
import { holdsKey } from '../../../model/text/secrets.js';
import { surveyOf } from '../../../model/text/survey.js';
import { listed } from '../../../model/text/users-named.js';
import type { Rule } from '../rule.js';
import { hanLetter, kanaLetter } from '../script-letters.js';
import { foldedText } from './folded-text.js';
import { heardBy, heardTogether, pairsSaid } from './heard-together.js';
import { lookAlikesIn } from './look-alikes.js';

/**
 * Recognition has nothing but the sound: of two words with the same syllables and tones it writes one, and weight on both
 * is weight on neither. Only what is read as Chinese is compared.
 */
export const hotwordsSoundDifferent: Rule = function* ({ config, readings }) {
  if (readings === null) return;
  const groupsOf = new Map<Vocabulary, ReadonlyMap<string, Alike>>();
  for (const vocabulary of config.vocabularies) {
    const groups = new Map<string, Alike>();
    for (const entry of chineseAmong(vocabulary.entries)) {
      const reading = readings.get(entry.text);
      if (reading !== undefined) add(groups, reading, entry);
    }
    for (const group of groups.values()) if (group.entries.size > 1) yield asDiagnostic(group);
    groupsOf.set(vocabulary, groups);
  }
  const said = pairsSaid();
  const all = [...groupsOf.values()];
  for (const hearing of heardTogether(config)) {
    const own = hearing.vocabularies.flatMap((vocabulary) => groupsOf.get(vocabulary) ?? []);
    for (const group of groupsAcross(own)) {
      const pairs = pairsOf(group).filter(([one, other]) => !areOfOne(all, group, [one, other]));
      // Each pair is asked, so that each is remembered.
      if (pairs.filter(([one, other]) => said.isNew(one, other)).length > 0)
        yield asDiagnostic(group, heardBy(hearing));
    }
  }
};

type Readings = ReadonlyMap<string, Alike>;

/** The first word of each vocabulary for each reading: what else of its own sounds so is said there. */
function groupsAcross(own: readonly Readings[]): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const { reading, entries } of own.flatMap((one) => [...one.values()])) {
    const [first] = entries.values();
    if (first !== undefined) add(groups, reading, first);
  }
  return groups.values();
}

type Pair = readonly [one: string, other: string];

/** As many words as there are vocabularies, at most. */
function pairsOf({ entries }: Alike): Pair[] {
  const texts = [...entries.keys()];
  return texts.flatMap((one, index) => texts.slice(index + 1).map((other) => [one, other] as const));
}

function areOfOne(all: readonly Readings[], { reading }: Alike, pair: Pair): boolean {
  return all.some((readings) => pair.every((text) => readings.get(reading)?.entries.has(text)));
}

function add(groups: Map<string, Alike>, reading: string, entry: Entry): void {
  const group = groups.get(reading) ?? { reading, entries: new Map() };
  // What differs in spelling only is another rule's.
  const key = foldedText(entry.text);
  if (!group.entries.has(key)) group.entries.set(key, entry);
  groups.set(reading, group);
}

/** Whether anything has to be read aloud: what knows how is large, and need not be there otherwise. */
export function hasChinese({ vocabularies }: Pick<Config, 'vocabularies'>): boolean {
  return vocabularies.some(({ entries }) => {
    const { isPlain, hasHan } = surveyOf(entries);
    return isPlain ? hasHan : entries.some(({ text }) => hanLetter.test(text));
  });
}

/**
 * The words that have to be read aloud, which takes a dictionary: those that have a possible reading in common with another
 * of their list, or of their consumer. null: nobody knows what is possible, so every Chinese word is.
 */
export function wordsToRead(
  config: Pick<Config, 'vocabularies' | 'consumers'>,
  rough: RoughReading | null,
): ReadonlySet<string> {
  const words = new Set<string>();
  const heard = heardTogether(config).map(({ vocabularies }) => vocabularies);
  for (const together of [...config.vocabularies.map((one) => [one]), ...heard]) {
    const texts = together.flatMap(({ entries }) => chineseAmong(entries)).map(({ text }) => text);
    for (const text of rough === null ? texts : possiblyAlike(texts, rough)) words.add(text);
  }
  return words;
}

function possiblyAlike(texts: readonly string[], { kinsOf, possible }: RoughReading): readonly string[] {
  const akin = sharing(
    texts,
    kinsOf(texts).map((kin) => [kin]),
  );
  const readings = akin.map(possible).filter((all) => all !== null);
  // What has more readings than anybody would name may sound like any of them.
  return readings.length < akin.length ? akin : sharing(akin, readings);
}

/** The texts that have a key which another one has, too. @param keys of each text */
function sharing(texts: readonly string[], keys: readonly (readonly string[])[]): string[] {
  const shared = new Set<string>();
  const first = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    for (const key of keys[index] ?? []) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, text);
      else if (earlier !== text) shared.add(earlier).add(text);
    }
  }
  return [...shared];
}

interface Alike {
  readonly reading: string;
  /** By their folded texts. */
  readonly entries: Map<string, Entry>;
}

/** In Japanese, Han characters are read otherwise, and so are words with the lang of another language. */
function chineseAmong(entries: readonly Entry[]): Entry[] {
  const { isPlain, hasHan, mayHoldKey } = surveyOf(entries);
  if (isPlain && !hasHan) return [];
  const isJapanese = !isPlain && areJapanese(entries);
  return entries.filter(({ text, lang }) => {
    // What looks like a key is an error, and a reading would show it in a form that nobody hides.
    if (!hanLetter.test(text) || (mayHoldKey && holdsKey(text))) return false;
    if (!isPlain && kanaLetter.test(text)) return false;
    return lang === null ? !isJapanese : (languageMeant(lang) ?? lang) === 'zh';
  });
}

/** More than a tenth of the words of a Japanese list have kana; a Chinese list may have a name from there. */
const shareOfKana = 0.1;

/** Asks the words that name no language. What only looks like kana tells nothing. */
function areJapanese(entries: readonly Entry[]): boolean {
  const unnamed = entries.filter(({ lang }) => lang === null);
  const withKana = unnamed.filter(({ text }) => kanaLetter.test(text) && lookAlikesIn(text).length === 0);
  if (withKana.length === 0) return false;
  const asian = unnamed.filter(({ text }) => hanLetter.test(text) || kanaLetter.test(text));
  return withKana.length > shareOfKana * asian.length;
}

const mostNamed = 5;

function asDiagnostic({ reading, entries }: Alike, where = ''): Diagnostic {
  const [first, second, ...others] = entries.values();
  const all = [first, second, ...others].filter((entry) => entry !== undefined);
  const quoted = all.map(({ text }) => `"${text}"`);
  const named = all.length > mostNamed ? andMore(quoted, mostNamed, (text) => text) : listed(quoted);
  return asWarning({
    rule: 'sounds-alike',
    location: second?.location ?? null,
    related: first?.location ?? null,
    message: `${named} sound alike (${reading}): by ear nobody can tell which was said${where}`,
    hint: 'keep the one that is meant, or write each with the words around it that tell it apart',
  });
}
