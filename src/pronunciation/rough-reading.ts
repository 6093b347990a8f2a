import type { RoughReading } from '../model/ports.js';
import { hanRanges, han as isHanLetter, isUsual, plainly, withoutSigns } from './plain-text.js';
import { common, digits, rare, ways } from './readings.js';

/*
 * The dictionary that says how a text is read takes longer to load than everything else together, and few lists have words
 * that sound alike. What a character may be at all fits into a small table, and words that have no reading in common need
 * no dictionary: of 20 lists of 500 medical terms 19 go without, which leaves those that have such a pair.
 *
 * To compare every reading of a word with every one of all others is slow in its turn. Readings that some character has
 * both of are of one kin, and what may be read alike has syllables of the same kin: that is one text a word.
 */

interface Ways {
  /** With commas between them: hardly anybody asks. */
  readonly readings: string;
  /** A character of its own for each kin, of those that nobody writes with. */
  readonly kin: string;
}

const firstKin = 0xe000;
const allWays: (Ways | null)[] = [null];
for (const [index, kin] of ways.split(';').entries()) {
  const sign = String.fromCharCode(firstKin + index);
  for (const readings of kin.split('|')) allWays.push({ readings, kin: sign });
}

const firstCommon = 0x4e00;
const lastCommon = firstCommon + common.length / 2 - 1;
/** By the code of a digit; all of them are ASCII. */
const valueOf = new Uint8Array(0x80);
for (let index = 0; index < digits.length; index++) valueOf[digits.charCodeAt(index)] = index;

let rareWays: ReadonlyMap<string, Ways | null> | undefined;
let kinOfSyllables: ReadonlyMap<string, string> | undefined;

/** So many readings of a text are tried; one with more is left to the dictionary. */
const mostReadings = 1024;

export const roughReading: RoughReading = { kinsOf, possible: possibleReadings };

function possibleReadings(text: string): readonly string[] | null {
  let begun = [''];
  for (const character of plainly(text)) {
    const next = isHan(character) ? readingsOf(character) : null;
    begun =
      next === null
        ? begun.map((way) => way + character)
        : begun.flatMap((way) => next.map((reading) => `${way} ${reading} `));
    if (begun.length > mostReadings) return null;
  }
  return begun.map(withoutSigns);
}

function readingsOf(character: string): readonly string[] {
  return waysOf(character)?.readings.split(',') ?? [character];
}

interface Patterns {
  /** What nobody hears, a break of a line aside. Some Han characters are no letters to Unicode. */
  readonly signs: RegExp;
  readonly lettersOrDigits: RegExp;
  readonly han: RegExp;
}

/** Enough for texts of ASCII and common Han characters: the engine needs milliseconds for patterns that know all of Unicode. */
const usual: Patterns = {
  signs: /[^\na-z0-9\u4e00-\u9fff]+/g,
  lettersOrDigits: /[a-z0-9]+/g,
  han: /[\u4e00-\u9fff]/g,
};

let whole: Patterns | undefined;

function patternsFor(text: string): Patterns {
  if (isUsual(text)) return usual;
  whole ??= {
    signs: new RegExp(`[^\\n\\p{L}\\p{M}\\p{N}${hanRanges}]+`, 'gu'),
    lettersOrDigits: new RegExp(`(?:(?![${hanRanges}])[\\p{L}\\p{M}\\p{N}])+`, 'gu'),
    han: new RegExp(`[${hanRanges}]`, 'gu'),
  };
  return whole;
}

/**
 * Patterns look at all the texts at once: a loop over the characters is slow until it has been compiled, and most lists
 * are at an end by then.
 */
function kinsOf(texts: readonly string[]): string[] {
  const kins = kinOf(texts.join('\n')).split('\n');
  // A text of several lines is nobody's hotword.
  return kins.length === texts.length ? kins : texts.map((text) => kinOf(text.replaceAll('\n', ' ')));
}

function kinOf(text: string): string {
  const plain = plainly(text);
  const { signs, lettersOrDigits, han } = patternsFor(plain);
  const heard = plain.replace(signs, ' ');
  // What begins with a digit is no syllable.
  const read = /[^\n -9\u4e00-\u9fff]/.test(heard) ? heard.replace(lettersOrDigits, kinOfLetters) : heard;
  return read.replace(han, kinOfHan).replaceAll(' ', '');
}

function kinOfHan(character: string): string {
  return waysOf(character)?.kin ?? character;
}

/** What is written as it is read, such as `ba`, is read like a character. */
function kinOfLetters(letters: string): string {
  // No syllable begins with a digit.
  if (letters < 'a') return letters;
  kinOfSyllables ??= new Map(
    allWays.flatMap((one) =>
      one === null ? [] : one.readings.split(',').map((reading): [string, string] => [reading, one.kin]),
    ),
  );
  return kinOfSyllables.get(letters) ?? letters;
}

function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= firstCommon && code <= lastCommon) || (code > 0x7f && isHanLetter.test(character));
}

/** null: a character that no dictionary has, which is read as itself. */
function waysOf(character: string): Ways | null {
  const at = (character.charCodeAt(0) - firstCommon) * 2;
  return at >= 0 && at < common.length ? (allWays[indexAt(common, at)] ?? null) : rarely(character);
}

function indexAt(text: string, at: number): number {
  return (valueOf[text.charCodeAt(at)] ?? 0) * digits.length + (valueOf[text.charCodeAt(at + 1)] ?? 0);
}

function rarely(character: string): Ways | null {
  rareWays ??= new Map(
    (rare.match(/..[^]/gu) ?? []).map((one) => [
      one.slice(0, -2),
      allWays[indexAt(one, one.length - 2)] ?? null,
    ]),
  );
  return rareWays.get(character) ?? null;
}
