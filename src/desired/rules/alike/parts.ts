import type { Entry, Vocabulary } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { andMore } from '../../../model/text/and-more.js';
import { fnv, fnvBasis } from '../../../model/text/fnv.js';
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
  if (!mayHoldAny(entries, lightest)) return [];
  const words = entries.map((entry) => ({ entry, units: unitsOf(entry.text) }));
  const parts = indexed(words.filter(({ entry }) => entry.weight > lightest));
  for (const whole of words.filter(({ entry }) => entry.weight < heaviest)) {
    for (const found of new Set(partsOf(whole, parts))) {
      if (found.part.weight > whole.entry.weight) found.wholes.push(whole.entry);
    }
  }
  return [...parts.all.values()].filter((found) => found.wholes.length > 0);
}

/**
 * Whether a word has room for another that begins as something in it does. In most lists none has, and to know it takes
 * neither texts nor keys: here a unit is a number, which is by chance also that of another.
 */
function mayHoldAny(entries: Vocabulary['entries'], lightest: number): boolean {
  const units: number[] = [];
  const ends = entries.map(({ text }) => {
    addHashes(text, units);
    return units.length;
  });
  /** How many units the shortest part has of those that begin with a unit. */
  const shortest = new Map<number, number>();
  for (const [index, { weight }] of entries.entries()) {
    const start = ends[index - 1] ?? 0;
    const first = units[start] ?? 0;
    const length = (ends[index] ?? 0) - start;
    if (weight > lightest && length > 0 && length < (shortest.get(first) ?? Number.POSITIVE_INFINITY))
      shortest.set(first, length);
  }
  return ends.some((end, index) => {
    const start = ends[index - 1] ?? 0;
    for (let at = start; at < end; at++) {
      const least = shortest.get(units[at] ?? 0);
      if (least !== undefined && least < end - start && at + least <= end) return true;
    }
    return false;
  });
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
  const plain = isAscii(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
  const units = plain.match(isAscii(plain) ? /[a-z0-9]+/g : unit) ?? [];
  return units.length > mostUnits ? [] : units;
}

/** Adds a number for each unit of a text. Without a pattern, unless there is more in it than ASCII and common Han characters. */
function addHashes(text: string, units: number[]): void {
  const { length: before } = units;
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isUpper = code >= 0x41 && code <= 0x5a;
    if (isUpper || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      hash = mixed(hash, isUpper ? code + 0x20 : code);
      continue;
    }
    if (hash !== 0) units.push(hash);
    hash = 0;
    if (code < 0x80) continue;
    if (code < 0x4e00 || code > 0x9fff) {
      units.length = before;
      for (const one of unitsOf(text)) units.push(hashOf(one));
      return;
    }
    units.push(mixed(0, code));
  }
  if (hash !== 0) units.push(hash);
}

function hashOf(lower: string): number {
  let hash = 0;
  for (let index = 0; index < lower.length; index++) hash = mixed(hash, lower.charCodeAt(index));
  return hash;
}

/** Never 0, which is a unit that has not begun. */
function mixed(hash: number, code: number): number {
  return fnv(hash === 0 ? fnvBasis : hash, code) || 1;
}

const mostNamed = 3;

function asDiagnostic({ part, wholes }: Outweighed, where = ''): Diagnostic {
  const named = andMore(wholes, mostNamed, ({ text, weight }) => `"${text}" (${weight})`);
  const them = wholes.length === 1 ? 'the whole' : 'the wholes';
  return asWarning({
    rule: 'part-outweighs-whole',
    location: part.location,
    related: wholes[0]?.location ?? null,
    message: `"${part.text}" has weight ${part.weight} and is a part of ${named}: with more weight the part wins, and the rest may be misheard${where}`,
    hint: `give ${them} at least the weight ${part.weight}, or "${part.text}" less`,
  });
}
