import type { SentEntry } from '../../src/emulator/account-state.js';
import type { Hotword } from '../../src/model/hotword.js';

/* How an account's words are read and compared here: without the program's own parser and comparison. */

/** What the stored entries mean, read without the program's own parser. */
export function hotwordsOf({ vocabulary }: { readonly vocabulary: readonly SentEntry[] }): Hotword[] {
  return vocabulary.map(({ text, weight, lang, ...extra }) => ({
    text,
    weight,
    lang: lang || null,
    extra: Object.keys(extra).length > 0 ? extra : null,
  }));
}

/** A text that two multisets of words share exactly when they are equal. */
export function wordsKey(words: readonly Hotword[]): string {
  const entries = words.map(({ text, weight, lang, extra }) =>
    JSON.stringify([text.normalize('NFC'), weight, lang, extra]),
  );
  return entries.sort().join(' ');
}
