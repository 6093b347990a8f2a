import type { Entry, Vocabulary } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import type { Rule } from '../rule.js';
import { isAscii } from './folded-text.js';
import { heardBy, heardTogether, pairsSaid } from './heard-together.js';

/** Weight pulls the recogniser towards a word: with more of it the part is taken, and what is left is on its own. */
export const wholesOutweighTheirParts: Rule = function* ({ config }) {
  const said = pairsSaid();
  for (const { entries } of config.vocabularies) {
    for (const found of outweighed(entries)) {
      for (const { text } of found.wholes) said.isNew(found.part.text, text);
      yield asDiagnostic(found);
    }
  }
  for (const hearing of heardTogether(config)) {
    for (const { part, wholes } of outweighed(hearing.vocabularies.flatMap(({ entries }) => entries))) {
      const news = wholes.filter(({ text }) => said.isNew(part.text, text));
      if (news.length > 0) yield asDiagnostic({ part, wholes: news }, heardBy(hearing));
    }
  }
};

interface Outweighed {
  readonly part: Entry;
  /** In the order of the list; at least one. */
  readonly wholes: Entry[];
}

/**
 * Each whole is cut into its parts, which are looked up: those that begin and are as long as any. A hotword has at most
 * fifteen characters or seven words, so there are few of them, and the time grows with the list and not with its square.
 */
function outweighed(entries: Vocabulary['entries']): Iterable<Outweighed> {
  const [lightest, heaviest] = extremes(entries);
  // In most lists all words have one weight.
  if (lightest >= heaviest) return [];
  const words = entries.map((entry) => ({ entry, units: unitsOf(entry.text) }));
  const wholes = words.filter(({ entry }) => entry.weight < heaviest);
  const longest = wholes.reduce((most, { units }) => Math.max(most, units.length), 0);
  const candidates = words.filter(({ entry, units }) => entry.weight > lightest && units.length < longest);
  const shortest = shortestByFirst(candidates);
  const likely = wholes.filter((whole) => mayHoldAny(whole, shortest));
  // In most lists no word has room for another that begins as something in it does, and no keys need be made.
  if (likely.length === 0) return [];
  const parts = indexed(candidates);
  for (const whole of likely) {
    for (const found of new Set(partsOf(whole, parts))) {
      if (found.part.weight > whole.entry.weight) found.wholes.push(whole.entry);
    }
  }
  return [...parts.all.values()].filter((found) => found.wholes.length > 0);
}

/** Not by spreading: an argument list has an end. */
function extremes(entries: Vocabulary['entries']): readonly [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { weight } of entries) {
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  return [least, most];
}

interface Word {
  readonly entry: Entry;
  readonly units: readonly string[];
}

interface PartIndex {
  /** By their units. */
  readonly all: ReadonlyMap<string, Outweighed>;
  /** How many units there are in those that begin with a unit. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>;
}

/** How many units the shortest has of those that begin with a unit. */
function shortestByFirst(words: readonly Word[]): ReadonlyMap<string, number> {
  const shortest = new Map<string, number>();
  for (const { units } of words) {
    const [first] = units;
    if (first !== undefined && units.length < (shortest.get(first) ?? Number.POSITIVE_INFINITY))
      shortest.set(first, units.length);
  }
  return shortest;
}

function mayHoldAny({ units }: Word, shortest: ReadonlyMap<string, number>): boolean {
  for (let index = 0; index < units.length; index++) {
    const least = shortest.get(units[index] ?? '');
    if (least !== undefined && least < units.length && index + least <= units.length) return true;
  }
  return false;
}

/** Indexes words as parts: of two that are written alike, the heavier one. */
function indexed(words: readonly Word[]): PartIndex {
  const all = new Map<string, Outweighed>();
  const lengths = new Map<string, Set<number>>();
  for (const { entry: part, units } of words) {
    const [first] = units;
    const key = units.join(' ');
    if (first === undefined || (all.get(key)?.part.weight ?? 0) >= part.weight) continue;
    all.set(key, { part, wholes: [] });
    lengths.set(first, (lengths.get(first) ?? new Set()).add(units.length));
  }
  return { all, lengths };
}

function* partsOf({ units }: Word, { all, lengths }: PartIndex): Iterable<Outweighed> {
  for (const [index, first] of units.entries()) {
    for (const length of lengths.get(first) ?? []) {
      if (length === units.length || index + length > units.length) continue;
      const found = all.get(units.slice(index, index + length).join(' '));
      if (found !== undefined) yield found;
    }
  }
}

/** No list takes a text with more, so it is an error in any case. */
const mostUnits = 15;

const unit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/**
 * A Han character is a unit of its own; of every other script a run of letters and digits is: "art" is no part of
 * "heart". What stands between them does not count.
 */
function unitsOf(text: string): readonly string[] {
  const quick = plainUnitsOf(text);
  if (quick !== null) return quick.length > mostUnits ? [] : quick;
  const plain = isAscii(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
  const units = plain.match(isAscii(plain) ? /[a-z0-9]+/g : unit) ?? [];
  return units.length > mostUnits ? [] : units;
}

/** The same of a text of ASCII and common Han characters, without asking a pattern; null for any other text. */
function plainUnitsOf(text: string): string[] | null {
  const lower = text.toLowerCase();
  const units: string[] = [];
  let start = -1;
  for (let index = 0; index <= lower.length; index++) {
    // Behind the end it is no number, and nothing holds of it.
    const code = lower.charCodeAt(index);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      if (start === -1) start = index;
      continue;
    }
    if (start !== -1) units.push(lower.slice(start, index));
    start = -1;
    if (code < 0x80 || index === lower.length) continue;
    if (code < 0x4e00 || code > 0x9fff) return null;
    units.push(lower.charAt(index));
  }
  return units;
}

const mostNamed = 3;

function asDiagnostic({ part, wholes }: Outweighed, where = ''): Diagnostic {
  const named = wholes.slice(0, mostNamed).map(({ text, weight }) => `"${text}" (${weight})`);
  const more = wholes.length > mostNamed ? ` and ${wholes.length - mostNamed} more` : '';
  const them = wholes.length === 1 ? 'the whole' : 'the wholes';
  return asWarning({
    rule: 'part-outweighs-whole',
    location: part.location,
    related: wholes[0]?.location ?? null,
    message: `"${part.text}" has weight ${part.weight} and is a part of ${named.join(', ')}${more}: with more weight the part wins, and the rest may be misheard${where}`,
    hint: `give ${them} at least the weight ${part.weight}, or "${part.text}" less`,
  });
}
