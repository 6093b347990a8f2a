import { languageMeant } from '../../model/catalogue/language-code.js';
import type { Entry, ForeignWord, WeightStyle } from '../../model/config.js';
import { asInfo, asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { equalityKey, hasExtra, pairingKey } from '../../model/hotword.js';
import { listed } from '../../model/text/users-named.js';
import { type Difference, differences } from './differences.js';
import { joinWords, type Origin } from './join.js';
import { mapWeights, wordCount } from './map-weights.js';
import type { WeightPolicy } from './weight-policy.js';

/** The words of a file, as they were read. */
export interface WordFile {
  /** As the user typed it. */
  readonly file: string;
  readonly words: readonly ForeignWord[];
  readonly style: WeightStyle | null;
  readonly isGiven: boolean;
  /** What an include of the vocabulary makes of this very file; null: none reads it, or nobody doubts what it makes. */
  readonly included: readonly Entry[] | null;
}

/** What the words are for. */
export interface Target {
  readonly name: string;
  /** What is there already. */
  readonly entries: readonly Entry[];
  readonly default_weight: number;
  readonly superAllowed: boolean;
  /** Whether its words go with requests, where a text and a weight is all there is room for. */
  readonly isInstant: boolean;
}

export interface SettleOptions {
  readonly target: Target;
  readonly policy: WeightPolicy;
  /** Asks the rules: what is wrong with each word, null where nothing is. Each word is asked about once. */
  readonly refusals: (words: readonly Entry[]) => readonly (Diagnostic | null)[];
}

/** What becomes of the words of a file. */
export interface SettledFile {
  readonly file: string;
  /** What goes into the vocabulary. A weight that is null is the default. */
  readonly words: readonly ForeignWord[];
  /** How many the vocabulary has already. */
  readonly present: number;
  /** How many of those say something else in the file, which is not taken, and of what: in the order of `differences`. */
  readonly otherwise: { readonly words: number; readonly in: readonly string[] };
  /** How many were left out for a reason of their own. */
  readonly refused: number;
  /** Whether an include of the vocabulary makes other words of the file: these take their place. */
  readonly isMisread: boolean;
}

export interface Settled {
  readonly files: readonly SettledFile[];
  /** Sentences for people. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Decides which words go into a vocabulary, and as what. What is left out or changed is said. Pure. */
export function settleWords(files: readonly WordFile[], options: SettleOptions): Settled {
  const { target, refusals } = options;
  const mapped = files.map((file) => bringOver(file, options));
  const joined = joinWords(
    mapped.flatMap(({ file, words }) => words.map((word) => ({ word, file }))),
    target.default_weight,
  );
  const found = refusals(joined.words.map(({ word }) => asEntry(word, target)));
  const misread = misreadIn(mapped, files, target);
  const going = new Set(files.flatMap(({ file, included }) => (misread.has(file) ? (included ?? []) : [])));
  const staying = target.entries.filter((entry) => !going.has(entry));
  // With a request a text is a word, whatever lang a file gives it.
  const nameOf = (word: ForeignWord) => (target.isInstant ? word.text : pairingKey({ ...word, weight: 0 }));
  const present = new Map(staying.map((entry) => [nameOf(entry), entry]));
  const fates = joined.words.map((origin, index): Fate => {
    const refusal = found[index] ?? null;
    return { ...origin, refusal, there: present.get(nameOf(origin.word)) ?? null };
  });
  return {
    files: mapped.map(({ file, diagnostics }) => ({
      ...sumOf(file, diagnostics.length, fates),
      isMisread: misread.has(file),
    })),
    notes: [...mapped.flatMap(({ notes }) => notes), ...saidOfSame(joined.same)],
    diagnostics: [
      ...mapped.flatMap(({ diagnostics }) => diagnostics),
      ...joined.said,
      ...fates.flatMap((fate) => saidOfFate(fate, target)),
    ],
  };
}

interface BroughtOver {
  readonly file: string;
  readonly words: readonly ForeignWord[];
  readonly notes: readonly string[];
  /** Each leaves a word out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The words of a file with weights and langs as they are written here. */
function bringOver(
  { file, words, style, isGiven }: WordFile,
  { target: { superAllowed, isInstant }, policy }: SettleOptions,
): BroughtOver {
  const { words: weighted, notes, diagnostics } = mapWeights(words, { style, isGiven, policy, superAllowed });
  const named = isInstant ? bareWords(weighted) : nameLangs(weighted);
  return {
    file,
    words: named.words,
    notes: [...notes, ...named.notes].map((note) => `${file}: ${note}`),
    diagnostics,
  };
}

/** What is known of a word in the end. */
interface Fate extends Origin {
  readonly refusal: Diagnostic | null;
  /** The word of the vocabulary with the same text. */
  readonly there: Entry | null;
}

/**
 * The files of which an include makes other words. What it makes of them goes when they are read as what they are, and is no
 * reason to leave a word out.
 */
function misreadIn(
  mapped: readonly BroughtOver[],
  files: readonly WordFile[],
  target: Target,
): ReadonlySet<string> {
  const misread = mapped.filter(({ words }, index) => {
    const included = files[index]?.included ?? null;
    if (included === null) return false;
    const read = new Set(included.map((entry) => keyOf(entry, target)));
    const meant = new Set(words.map((word) => keyOf(asEntry(word, target), target)));
    return read.size !== meant.size || [...meant].some((key) => !read.has(key));
  });
  return new Set(misread.map(({ file }) => file));
}

function keyOf(entry: Entry, { isInstant }: Target): string {
  return equalityKey({ ...entry, ...(isInstant ? { lang: null, extra: null } : {}) });
}

function sumOf(file: string, leftOut: number, fates: readonly Fate[]): Omit<SettledFile, 'isMisread'> {
  const own = fates.filter((fate) => fate.file === file);
  const taken = own.filter(({ refusal }) => refusal === null);
  const words = taken.filter(({ there }) => there === null).map(({ word }) => word);
  return {
    file,
    words,
    present: taken.length - words.length,
    otherwise: sumOfDifferences(taken),
    refused: leftOut + own.length - taken.length,
  };
}

function sumOfDifferences(fates: readonly Fate[]): SettledFile['otherwise'] {
  const all = fates.map(differencesOf).filter((some) => some.length > 0);
  const found = new Set(all.flat().map(({ name }) => name));
  return { words: all.length, in: differences.map(({ name }) => name).filter((name) => found.has(name)) };
}

/** What a file says of a word that the vocabulary does not; where the file is silent, there is nothing to be lost. */
function differencesOf({ word, there }: Fate): readonly Difference[] {
  if (there === null) return [];
  return differences.filter(({ said }) => said(word) !== null && said(word) !== said(there));
}

function saidOfFate(fate: Fate, target: Target): Diagnostic[] {
  const { word, refusal, there } = fate;
  if (refusal !== null) return [refused(refusal, word)];
  const found = differencesOf(fate);
  return there !== null && found.length > 0 ? [presentOtherwise(word, there, { target, found })] : [];
}

function saidOfSame(same: number): string[] {
  if (same === 0) return [];
  return [`${wordCount(same)} written more than once ${same === 1 ? 'was' : 'were'} joined`];
}

function asEntry(word: ForeignWord, { default_weight }: Target): Entry {
  return { ...word, weight: word.weight ?? default_weight };
}

/** A file may have any number of spellings, of any length. */
const langsSaid = 20;
const longestLang = 40;

/** Languages by the codes that the vendor uses: `zh-CN` is zh. */
function nameLangs(words: readonly ForeignWord[]): Pick<BroughtOver, 'words' | 'notes'> {
  const changes = new Map<string, number>();
  let others = 0;
  const named = words.map((word) => {
    const lang = word.lang === null ? null : languageMeant(word.lang);
    if (lang === null) return word;
    const change = `lang ${(word.lang ?? '').slice(0, longestLang)} became ${lang}`;
    if (changes.has(change) || changes.size < langsSaid) changes.set(change, (changes.get(change) ?? 0) + 1);
    else others++;
    return { ...word, lang };
  });
  const notes = [...changes].map(([change, count]) => `${change} (${wordCount(count)})`);
  return {
    words: named,
    notes: others === 0 ? notes : [...notes, `so did the langs of ${wordCount(others)}`],
  };
}

/** Takes off what cannot travel with a request. Notes stay: they are for people, and were never sent. */
function bareWords(words: readonly ForeignWord[]): Pick<BroughtOver, 'words' | 'notes'> {
  const langs = words.filter(({ lang }) => lang !== null && lang !== '').length;
  const extras = words.filter(hasExtra).length;
  const why = 'words that go with each request have a text and a weight, and nothing else';
  return {
    words: words.map((word) => ({ ...word, lang: null, extra: null })),
    notes: [
      ...(langs === 0 ? [] : [`the lang of ${wordCount(langs)} was left out: ${why}`]),
      ...(extras === 0 ? [] : [`further fields of ${wordCount(extras)} were left out: ${why}`]),
    ],
  };
}

function presentOtherwise(
  word: ForeignWord,
  there: Entry,
  { target, found }: { readonly target: Target; readonly found: readonly Difference[] },
): Diagnostic {
  const each = found.map(({ name, said }) => `${name} ${said(word)} (there ${said(there) ?? 'none'})`);
  return asInfo({
    rule: 'import-present',
    location: word.location,
    related: there.location,
    message: `"${word.text}" is already in "${target.name}", and stays as it is there; here it has ${listed(each)}`,
    hint: `change it in ${there.location.file}:${there.location.line} if what stands here is meant`,
  });
}

/** What is an error of a configuration is no more than a remark on a file from which a word is not taken. */
function refused({ rule, message, hint }: Diagnostic, { location }: ForeignWord): Diagnostic {
  return asWarning({ rule, hint, location, message: `${message}; the word is left out` });
}
