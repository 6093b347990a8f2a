import { languageMeant } from '../../model/catalogue/language-code.js';
import type { Entry, ForeignWord, WeightStyle } from '../../model/config.js';
import { asInfo, asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { pairingKey } from '../../model/hotword.js';
import { mapWeights, wordCount } from './map-weights.js';
import type { WeightPolicy } from './weight-policy.js';

/** The words of a file, as they were read. */
export interface WordFile {
  /** As the user typed it. */
  readonly file: string;
  readonly words: readonly ForeignWord[];
  readonly style: WeightStyle | null;
  readonly isGiven: boolean;
}

/** What the words are for. */
export interface Target {
  readonly name: string;
  /** What is there already. */
  readonly entries: readonly Entry[];
  readonly default_weight: number;
  readonly superAllowed: boolean;
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
  /** How many were left out for a reason of their own. */
  readonly refused: number;
}

export interface Settled {
  readonly files: readonly SettledFile[];
  /** Sentences for people. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Decides which words go into a vocabulary, and as what. What is left out or changed is said. Pure. */
export function settleWords(
  files: readonly WordFile[],
  { target, policy, refusals }: SettleOptions,
): Settled {
  const notes: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const joined = new Joined(target.default_weight);
  const leftOut = new Map<string, number>();
  for (const { file, words, style, isGiven } of files) {
    const mapped = mapWeights(words, { style, isGiven, policy, superAllowed: target.superAllowed });
    const { named, notes: langNotes } = nameLangs(mapped.words);
    notes.push(...[...mapped.notes, ...langNotes].map((note) => `${file}: ${note}`));
    diagnostics.push(...mapped.diagnostics);
    leftOut.set(file, mapped.diagnostics.length);
    for (const word of named) joined.add(word, file);
  }
  const { words: all, said, same } = joined.all();
  diagnostics.push(...said);
  if (same > 0) notes.push(`${wordCount(same)} written more than once ${same === 1 ? 'was' : 'were'} joined`);

  const present = new Map(target.entries.map((entry) => [entry.text, entry]));
  const found = refusals(all.map(({ word }) => asEntry(word, target)));
  const settled = new Map<string, { words: ForeignWord[]; present: number; refused: number }>();
  for (const { file } of files) settled.set(file, { words: [], present: 0, refused: leftOut.get(file) ?? 0 });
  for (const [index, { word, file }] of all.entries()) {
    const into = settled.get(file);
    if (into === undefined) continue;
    const refusal = found[index] ?? null;
    const there = present.get(word.text);
    if (refusal !== null) {
      into.refused++;
      diagnostics.push(refused(refusal, word));
    } else if (there === undefined) into.words.push(word);
    else {
      into.present++;
      if (word.weight !== null && there.weight !== word.weight)
        diagnostics.push(presentOtherwise(word, there, target));
    }
  }
  return { files: [...settled].map(([file, sums]) => ({ file, ...sums })), notes, diagnostics };
}

function asEntry(word: ForeignWord, { default_weight }: Target): Entry {
  return { ...word, weight: word.weight ?? default_weight };
}

/** Languages by the codes that the vendor uses: `zh-CN` is zh. */
function nameLangs(words: readonly ForeignWord[]): {
  named: readonly ForeignWord[];
  notes: readonly string[];
} {
  const changes = new Map<string, number>();
  const named = words.map((word) => {
    const lang = word.lang === null ? null : languageMeant(word.lang);
    if (lang === null) return word;
    const change = `lang ${word.lang} became ${lang}`;
    changes.set(change, (changes.get(change) ?? 0) + 1);
    return { ...word, lang };
  });
  return { named, notes: [...changes].map(([change, words_]) => `${change} (${wordCount(words_)})`) };
}

interface Origin {
  readonly word: ForeignWord;
  readonly file: string;
}

/** Each word once. */
class Joined {
  readonly #first = new Map<string, Origin>();
  readonly #said: Diagnostic[] = [];
  readonly #default: number;
  #same = 0;

  constructor(default_weight: number) {
    this.#default = default_weight;
  }

  add(word: ForeignWord, file: string): void {
    const key = pairingKey({ ...word, weight: 0 });
    const earlier = this.#first.get(key);
    if (earlier === undefined) {
      this.#first.set(key, { word, file });
      return;
    }
    const [one, other] = [this.#weightOf(earlier.word), this.#weightOf(word)];
    if (one === other) this.#same++;
    else this.#said.push(joinedHigher(word, earlier.word, [one, other]));
    this.#first.set(key, {
      word: joinedWord(earlier.word, other > one ? word : earlier.word, word),
      file: earlier.file,
    });
  }

  all(): { readonly words: readonly Origin[]; readonly said: readonly Diagnostic[]; readonly same: number } {
    return { words: [...this.#first.values()], said: this.#said, same: this.#same };
  }

  #weightOf({ weight }: ForeignWord): number {
    return weight ?? this.#default;
  }
}

/** At the place of the first, with the weight of the stronger, and whatever one of them says beside it. */
function joinedWord(first: ForeignWord, { weight }: ForeignWord, second: ForeignWord): ForeignWord {
  return {
    ...first,
    weight,
    extra: first.extra ?? second.extra,
    note: first.note ?? second.note,
    expires: first.expires ?? second.expires,
  };
}

function joinedHigher(
  { text, location }: ForeignWord,
  first: ForeignWord,
  [one, other]: readonly [number, number],
): Diagnostic {
  return asWarning({
    rule: 'import-joined',
    location,
    related: first.location,
    message: `"${text}" is already in ${first.location.file}:${first.location.line} with weight ${one}, here it has ${other}; ${Math.max(one, other)}, the higher one, is kept`,
    hint: 'change the weight in the vocabulary if the other one is meant',
  });
}

function presentOtherwise(
  { text, weight, location }: ForeignWord,
  there: Entry,
  { name }: Target,
): Diagnostic {
  return asInfo({
    rule: 'import-present',
    location,
    related: there.location,
    message: `"${text}" is already in "${name}" with weight ${there.weight}, which stays; here it has ${weight}`,
    hint: `change the weight in ${there.location.file}:${there.location.line} if this one is meant`,
  });
}

/** What is an error of a configuration is no more than a remark on a file from which a word is not taken. */
function refused({ rule, message, hint }: Diagnostic, { location }: ForeignWord): Diagnostic {
  return asWarning({ rule, hint, location, message: `${message}; the word is left out` });
}
