import { equalityKey, type Hotword } from '../../model/hotword.js';
import { holdsKeyIn } from '../../model/text/secrets.js';

/** The words of a list as a file can hold them, and what is to be said of the others. */
export interface HeldWords {
  readonly hotwords: readonly Hotword[];
  /** A sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Takes out what a file must not, or need not, hold: keys, which would be in the history of a repository for ever, and
 * entries that say the very same twice. Everything else stays as it is, whatever the rules say of it.
 */
export function holdWords(words: readonly Hotword[]): HeldWords {
  const safe = words.filter((word) => !holdsKeyIn(word));
  const once = [...new Map(safe.map((word) => [equalityKey(word), word])).values()];
  return {
    hotwords: once,
    remarks: [
      ...remark(words.length - safe.length, keysLeftOut),
      ...remark(safe.length - once.length, repeatsLeftOut),
      ...remark(once.filter(({ text }) => looseSpace.test(text)).length, spaceFolded),
    ],
  };
}

// What a configuration folds: white space at an end, several in a row, or any but the plain space.
const looseSpace = /^[\p{Zs}\t\n\r]|[\p{Zs}\t\n\r]$|[\p{Zs}\t\n\r]{2}|(?! )[\p{Zs}\t\n\r]/u;

function remark(amount: number, say: (amount: number) => string): string[] {
  return amount === 0 ? [] : [say(amount)];
}

function keysLeftOut(amount: number): string {
  const subject =
    amount === 1 ? '1 word looks like an API key and is' : `${amount} words look like API keys and are`;
  return `${subject} left out of the file, so an apply takes ${amount === 1 ? 'it' : 'them'} out of the account: revoke what is a key.`;
}

function repeatsLeftOut(amount: number): string {
  const subject = amount === 1 ? '1 entry is' : `${amount} entries are`;
  return `${subject} in the list twice and the same; a vocabulary has each once, so an apply takes the repeats out.`;
}

function spaceFolded(amount: number): string {
  const subject = amount === 1 ? '1 word has' : `${amount} words have`;
  return `${subject} white space at an end, or more than one space in a row; a vocabulary has neither, so an apply corrects it.`;
}
