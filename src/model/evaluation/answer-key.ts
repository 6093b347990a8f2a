import { canonicalHotword, type Hotword } from '../hotword.js';
import type { SentWords } from '../instant/sent-words.js';
import type { ObservedList } from '../observed.js';
import { compareText } from '../text/compare.js';
import { sha256 } from '../text/sha256.js';

/** The words that a recognition was told of, as they were in effect. */
export interface AnswerWords {
  /** The list that its id stands for, as the account held it; null: none. */
  readonly list: AnswerList | null;
  /** null: none. */
  readonly instant: SentWords | null;
}

/** A list, and whether it was young enough not to be in effect for sure. */
export interface AnswerList
  extends Pick<ObservedList, 'hotwords' | 'target_model' | 'status' | 'gmt_modified'> {
  readonly settled: boolean;
}

/** A recording by its content, or where there is none here, by its URL. */
export type Sound = { readonly audio_sha256: string } | { readonly url: string };

/** Everything that a recognition's answer depends on, and that can be known. */
export interface AnswerOf {
  /** The base URL, or `emulator`: what is made up is no answer of the vendor's. */
  readonly endpoint: string;
  readonly sound: Sound;
  readonly model: string;
  /** What `wordsKey` made of the words. */
  readonly words: string;
  readonly language_hints: readonly string[] | null;
  /** Which of the times that the clip is recognised: 0 for the first. */
  readonly repeat: number;
}

/** Raised when an answer depends on something that older keys do not have. */
const version = 1;

/** Names an answer by all that it depends on: 64 hexadecimal digits, the same wherever and whenever they are computed. */
export function answerKey({ endpoint, sound, model, words, language_hints, repeat }: AnswerOf): string {
  const audio = 'url' in sound ? ['url', sound.url] : ['sha256', sound.audio_sha256];
  const hints = language_hints === null || language_hints.length === 0 ? null : language_hints;
  return sha256(JSON.stringify([version, endpoint, audio, model, words, hints, repeat]));
}

/** Names words by their effect. A list may have thousands, and is part of the key of every clip. */
export function wordsKey({ list, instant }: AnswerWords): string {
  return sha256(JSON.stringify([list === null ? null : listOf(list), instantOf(instant)]));
}

/** A list that was written anew is another one: nobody knows since when it is in effect. */
function listOf({ target_model, status, gmt_modified, settled, hotwords }: AnswerList): unknown {
  return [target_model, status, gmt_modified, settled, sorted(hotwords)];
}

function sorted(hotwords: readonly Hotword[]): string[] {
  return hotwords.map(canonicalHotword).sort();
}

function instantOf(instant: SentWords | null): unknown {
  const entries = Object.entries(instant ?? {}).sort(([left], [right]) => compareText(left, right));
  return entries.length === 0 ? null : entries;
}
