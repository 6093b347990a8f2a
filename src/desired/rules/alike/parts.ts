import type { Entry, Vocabulary } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import type { Rule } from '../rule.js';
import { isAscii } from './folded-text.js';

/** Weight pulls the recogniser towards a word: with more of it the part is taken, and what is left is on its own. */
export const wholesOutweighTheirParts: Rule = function* ({ config }) {
  for (const { entries } of config.vocabularies) {
    for (const found of outweighed(entries)) yield asDiagnostic(found);
  }
};

interface Outweighed {
  readonly part: Entry;
  /** In the order of the list; at least one. */
  readonly wholes: Entry[];
}

/**
 * Each whole is cut into all its parts, which are looked up: a hotword has at most fifteen characters or seven words, so
 * there are at most 120 of them, and the time grows with the list and not with its square.
 */
function outweighed(entries: Vocabulary['entries']): Iterable<Outweighed> {
  const lightest = entries.reduce((least, { weight }) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  const heavier = entries.filter(({ weight }) => weight > lightest);
  const parts = new Map<string, Outweighed>();
  for (const part of heavier) {
    const key = plain(part.text);
    if ((parts.get(key)?.part.weight ?? 0) < part.weight) parts.set(key, { part, wholes: [] });
  }
  const heaviest = heavier.reduce((most, { weight }) => Math.max(most, weight), 0);
  for (const whole of entries.filter(({ weight }) => weight < heaviest)) {
    for (const key of new Set(partsOf(plain(whole.text)))) {
      const found = parts.get(key);
      if (found !== undefined && found.part.weight > whole.weight) found.wholes.push(whole);
    }
  }
  return [...parts.values()].filter(({ wholes }) => wholes.length > 0);
}

function plain(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
}

const mostUnits = 15;

/** A Han character is a unit of its own; of every other script a run of letters and digits is: "art" is no part of "heart". */
const unit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const asciiUnit = /[a-z0-9]+/g;

function* partsOf(text: string): Iterable<string> {
  const units = [...text.matchAll(isAscii(text) ? asciiUnit : unit)];
  // No list takes it, so it is an error in any case.
  if (units.length > mostUnits) return;
  for (const [index, first] of units.entries()) {
    for (const last of units.slice(index)) {
      const part = text.slice(first.index, last.index + last[0].length);
      if (part !== text) yield part;
    }
  }
}

const mostNamed = 3;

function asDiagnostic({ part, wholes }: Outweighed): Diagnostic {
  const named = wholes.slice(0, mostNamed).map(({ text, weight }) => `"${text}" (${weight})`);
  const more = wholes.length > mostNamed ? ` and ${wholes.length - mostNamed} more` : '';
  const them = wholes.length === 1 ? 'the whole' : 'the wholes';
  return asWarning({
    rule: 'part-outweighs-whole',
    location: part.location,
    related: wholes[0]?.location ?? null,
    message: `"${part.text}" has weight ${part.weight} and is a part of ${named.join(', ')}${more}: with more weight the part wins, and the rest may be misheard`,
    hint: `give ${them} at least the weight ${part.weight}, or "${part.text}" less`,
  });
}
