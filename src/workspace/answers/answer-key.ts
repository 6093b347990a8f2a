import { createHash } from 'node:crypto';
import { canonicalHotword, type Hotword } from '../../model/hotword.js';
import type { SentWords } from '../../model/instant/sent-words.js';
import type { ObservedList } from '../../model/observed.js';

/** The words that a recognition was told of, as they were in effect. */
export interface AnswerWords {
  /** The list that its id stands for, as the account held it; null: none. */
  readonly list: Pick<ObservedList, 'hotwords' | 'target_model' | 'status' | 'gmt_modified'> | null;
  /** null: none. */
  readonly instant: SentWords | null;
}

/** Everything that a recognition's answer depends on, and that can be known. */
export type AnswerOf = {
  /** The base URL, or `emulator`: what is made up is no answer of the vendor's. */
  readonly endpoint: string;
  readonly model: string;
  readonly words: AnswerWords;
  readonly language_hints: readonly string[] | null;
  /** Which of the times that the clip is recognised: 0 for the first. */
  readonly repeat: number;
} & ({ readonly audio_sha256: string } | { readonly url: string });

/** Raised when an answer depends on something that older keys do not have. */
const version = 1;

/** Names an answer by all that it depends on: 64 hexadecimal digits, the same wherever and whenever they are computed. */
export function answerKey(of: AnswerOf): string {
  const { endpoint, model, words, language_hints, repeat } = of;
  const audio = 'url' in of ? ['url', of.url] : ['sha256', of.audio_sha256];
  const hints = language_hints === null || language_hints.length === 0 ? null : language_hints;
  const parts = [version, endpoint, audio, model, listOf(words), instantOf(words), hints, repeat];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A list that was written anew is another one: nobody knows since when its words are in effect. */
function listOf({ list }: AnswerWords): unknown {
  if (list === null) return null;
  const { target_model, status, gmt_modified, hotwords } = list;
  return [target_model, status, gmt_modified, sorted(hotwords)];
}

function sorted(hotwords: readonly Hotword[]): string[] {
  return hotwords.map(canonicalHotword).sort();
}

function instantOf({ instant }: AnswerWords): unknown {
  const entries = Object.entries(instant ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.length === 0 ? null : entries;
}

/** Names a recording by its content. */
export function audioHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
