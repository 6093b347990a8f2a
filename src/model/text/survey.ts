import { fnv, fnvBasis } from './fnv.js';
import { keyCharacters } from './secrets.js';

/*
 * A dozen rules look at every character of every word, and find nothing in most lists. This looks once, so that they need
 * look only where there may be something.
 */

/** What the texts of a list have in them, together. What it says may be is worth a look; what it rules out is ruled out. */
export interface Survey {
  /** One for each text, the same for texts that differ in case, width or spaces only. By chance also for others. */
  readonly hashes: Int32Array;
  /** Whether two of the hashes are the same. */
  readonly mayRepeat: boolean;
  /** Whether there are no characters but printable ASCII and the Han characters from U+4E00 on. */
  readonly isPlain: boolean;
  /** Whether any has a Han character; of plain texts only, as the rest below. */
  readonly hasHan: boolean;
  /** The most characters in one that is not ASCII. */
  readonly longest: number;
  /** The most spaces in one. */
  readonly mostSpaces: number;
  /** Whether any text, plain or not, has a character that keys have. */
  readonly mayHoldKey: boolean;
  /** Whether a zero follows a letter, or an O a digit. */
  readonly mayDisguise: boolean;
  /** Whether any has neither a letter nor a digit. */
  readonly hasLetterless: boolean;
}

type Texts = readonly { readonly text: string }[];

const surveys = new WeakMap<Texts, Survey>();

/** Looks at every text once, however often it is asked about the same list. */
export function surveyOf(texts: Texts): Survey {
  const known = surveys.get(texts);
  if (known !== undefined) return known;
  const survey = look(texts);
  surveys.set(texts, survey);
  return survey;
}

/** The hashes that occur more than once. */
export function repeatedHashes(all: readonly Int32Array[]): ReadonlySet<number> {
  const count = all.reduce((sum, { length }) => sum + length, 0);
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  // An open table: a Set of half a million numbers takes ten times as long. A zero is an empty place.
  const table = new Int32Array(mask + 1);
  const repeated = new Set<number>();
  for (const hashes of all) {
    for (const hash of hashes) {
      let at = hash & mask;
      while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
      if (table[at] === hash) repeated.add(hash);
      table[at] = hash;
    }
  }
  return repeated;
}

interface Glance {
  isPlain: boolean;
  hasHan: boolean;
  longest: number;
  mostSpaces: number;
  mayHoldKey: boolean;
  mayDisguise: boolean;
  hasLetterless: boolean;
}

function look(texts: Texts): Survey {
  const glance: Glance = {
    isPlain: true,
    hasHan: false,
    longest: 0,
    mostSpaces: 0,
    mayHoldKey: false,
    mayDisguise: false,
    hasLetterless: false,
  };
  const hashes = new Int32Array(texts.length);
  for (let index = 0; index < hashes.length; index++) {
    const text = texts[index]?.text ?? '';
    hashes[index] = lookAt(text, glance) ?? hashOf(folded(text));
  }
  return { ...glance, hashes, mayRepeat: repeatedHashes([hashes]).size > 0 };
}

const [zero, nine, upperA, upperO, upperZ, lowerA, lowerO, lowerZ] = Array.from('09AOZaoz', (one) =>
  one.charCodeAt(0),
) as [number, number, number, number, number, number, number, number];
const [hyphen, colon] = keyCharacters.map((one) => one.charCodeAt(0)) as [number, number];
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** The hash of a text; null for one that is not plain. */
function lookAt(text: string, glance: Glance): number | null {
  let hash = fnvBasis;
  let spaces = 0;
  let isHan = false;
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7e || code < 0x20) {
      if (code < firstHan || code > lastHan) {
        glance.isPlain = false;
        glance.mayHoldKey ||= keyCharacters.some((one) => text.includes(one));
        return null;
      }
      isHan = true;
    } else if (code === 0x20) spaces++;
    else if (code === hyphen || code === colon) glance.mayHoldKey = true;
    else if (code === zero) glance.mayDisguise ||= isLetter(before);
    else if (code === upperO || code === lowerO) glance.mayDisguise ||= before >= zero && before <= nine;
    hash = mix(hash, code);
    before = code;
  }
  glance.hasHan ||= isHan;
  glance.hasLetterless ||= !isHan && !/[A-Za-z0-9]/.test(text);
  if (isHan && text.length > glance.longest) glance.longest = text.length;
  if (spaces > glance.mostSpaces) glance.mostSpaces = spaces;
  return hash || 1;
}

function isLetter(code: number): boolean {
  return (code >= upperA && code <= upperZ) || (code >= lowerA && code <= lowerZ);
}

/** Without case, width and white space, by the longer way. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function hashOf(text: string): number {
  let hash = fnvBasis;
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index));
  return hash || 1;
}

/** Spaces and control characters count for nothing, and neither does the case of ASCII letters. */
function mix(hash: number, code: number): number {
  if (code <= 0x20) return hash;
  return fnv(hash, code >= upperA && code <= upperZ ? code + 0x20 : code);
}
