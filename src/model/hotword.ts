import { compareText } from './text/compare.js';
import { composed } from './text/composed.js';
import { surveyOf } from './text/survey.js';

/** The bag of entry fields that vocabsync does not interpret, such as the vendor's `translation`. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/** One entry of a list. `lang: null` means that the entry names no language. */
export interface Hotword {
  readonly text: string;
  /** 1 to 5, or 50 for the models that know super hotwords. 0: the server sent none. */
  readonly weight: number;
  readonly lang: string | null;
  readonly extra: ExtraFields | null;
}

/** What people tell each other of a word. No list and no digest has it, so that no remark is ever a change. */
export interface Remark {
  /** One line. */
  readonly note: string | null;
  /** The last day on which the word is wanted, `YYYY-MM-DD`. */
  readonly expires: string | null;
}

/** The remarks on words of a list, by the pairing keys of the words; of most words there is none. */
export type Remarks = ReadonlyMap<string, Remark>;

export const noRemarks: Remarks = new Map();

const unremarked: Remark = { note: null, expires: null };

export function remarkOn(word: Hotword, remarks: Remarks): Remark {
  return (remarks.size === 0 ? undefined : remarks.get(pairingKey(word))) ?? unremarked;
}

/** Two entries with the same pairing key are the same word, perhaps with another weight. */
export function pairingKey({ text, lang }: Hotword): string {
  // The length in front keeps a lang from running into the text.
  return lang === null ? `-${composed(text)}` : `${lang.length}:${lang}${composed(text)}`;
}

/** Whether an entry may be the same word as another: in most lists none is, and keys need not be made of all of them. */
export function mayRepeat(words: readonly Pick<Hotword, 'text'>[]): boolean {
  if (!surveyOf(words).mayRepeat) return false;
  const texts = new Set<string>();
  for (const { text } of words) texts.add(composed(text));
  return texts.size < words.length;
}

/** Two entries with the same key are equal in everything. */
export function equalityKey(word: Hotword): string {
  const extra = extraText(word);
  return `${word.weight},${extra.length}${extra}${pairingKey(word)}`;
}

/** Further fields as a JSON text in which equal ones are spelt alike; empty where there are none. */
export function extraText(word: Pick<Hotword, 'extra'>): string {
  return hasExtra(word) ? JSON.stringify(sortedKeys(word.extra)) : '';
}

/** An entry as a JSON text in a fixed field order: what digests are made of, and an order that starts with the text. */
export function canonicalHotword(word: Hotword): string {
  const extra = hasExtra(word) ? sortedKeys(word.extra) : null;
  return JSON.stringify([composed(word.text), word.lang, word.weight, extra]);
}

/** Lists are multisets: the order of entries is no difference, a repeated entry is. */
export function sameHotwords(left: readonly Hotword[], right: readonly Hotword[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  // Mostly they are in the same order, too, and nothing has to be written down.
  if (left.every((word, index) => isPlainlySame(word, right[index]))) return true;
  const leftover = new Map<string, number>();
  for (const word of left) count(leftover, equalityKey(word), 1);
  return right.every((word) => count(leftover, equalityKey(word), -1) >= 0);
}

/** False also for what another spelling of the same characters, or extra fields, may make equal. */
function isPlainlySame(one: Hotword, other: Hotword | undefined): boolean {
  return (
    other !== undefined &&
    one.text === other.text &&
    one.weight === other.weight &&
    one.lang === other.lang &&
    !hasExtra(one) &&
    !hasExtra(other)
  );
}

/** How many words of one list the other lacks. A word is lost when its text is gone; another weight or lang is no loss. */
export function countLost(before: readonly Hotword[], after: readonly Hotword[]): number {
  const kept = new Set(after.map(({ text }) => composed(text)));
  return before.filter(({ text }) => !kept.has(composed(text))).length;
}

/** Below this many words a share says little. */
const fewestWords = 10;

/** What words lose to others, when it is a greater share of ten or more than the given one, 0 to 1; else null. */
export function lossBeyond(
  share: number,
  before: readonly Hotword[],
  after: readonly Hotword[],
): Loss | null {
  const lost = countLost(before, after);
  const isGreat = before.length >= fewestWords && lost / before.length > share;
  return isGreat ? { lost, of: before.length, share: lost / before.length } : null;
}

/** So many words, of so many. */
export interface Loss {
  readonly lost: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number;
}

export function hasExtra<Word extends Pick<Hotword, 'extra'>>(
  word: Word,
): word is Word & { readonly extra: ExtraFields } {
  return word.extra !== null && Object.keys(word.extra).length > 0;
}

function count(counts: Map<string, number>, key: string, by: number): number {
  const next = (counts.get(key) ?? 0) + by;
  counts.set(key, next);
  return next;
}

/** A copy whose objects have their keys in code unit order, so that equal values print equally. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareText(left, right));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
