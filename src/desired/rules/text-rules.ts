import type { Entry, Vocabulary } from '../../model/config.js';
import { asError, asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { holdsKey, holdsKeyIn, isBlotted } from '../../model/text/secrets.js';
import { surveyOf } from '../../model/text/survey.js';
import type { Rule } from './rule.js';

const maxCharacters = 15;
const maxWords = 7;

/** One such entry makes the vendor refuse the whole list. */
export const textIsShortEnough: Rule = ({ config }) =>
  eachEntry(config.vocabularies.filter(mayBeLong), checkLength);

/** Characters nobody sees make two entries differ that look alike, and garble whatever prints them. */
export const textHasNoHiddenCharacters: Rule = ({ config }) =>
  eachEntry(
    config.vocabularies.filter(({ entries }) => !surveyOf(entries).isPlain),
    checkHidden,
  );

/** A mark alone is nothing that anybody says, and mostly is left over from a sentence. */
export const textHasLetters: Rule = ({ config }) =>
  eachEntry(
    config.vocabularies.filter(
      ({ entries }) => !surveyOf(entries).isPlain || surveyOf(entries).hasLetterless,
    ),
    checkLetters,
  );

/** A list is readable to everyone with the account, and a pull request to everyone with the repository. */
export const textIsNoSecret: Rule = ({ config }) =>
  eachEntry(config.vocabularies.filter(mayHoldKey), checkSecret);

function mayHoldKey({ entries }: Pick<Vocabulary, 'entries'>): boolean {
  return surveyOf(entries).mayHoldKey || entries.some(hasSecretField);
}

function hasSecretField({ lang, extra }: Entry): boolean {
  return (lang !== null && holdsKey(lang)) || (extra !== null && holdsKeyIn(extra));
}

function mayBeLong({ entries }: Pick<Vocabulary, 'entries'>): boolean {
  const { isPlain, longest, mostSpaces } = surveyOf(entries);
  return !isPlain || longest > maxCharacters || mostSpaces >= maxWords;
}

function* eachEntry(
  vocabularies: readonly { readonly entries: readonly Entry[] }[],
  check: (entry: Entry) => Diagnostic | null,
): Iterable<Diagnostic> {
  for (const { entries } of vocabularies) {
    for (const entry of entries) {
      const found = check(entry);
      if (found !== null) yield found;
    }
  }
}

function checkLength({ text, location }: Entry): Diagnostic | null {
  if (isBlotted(text)) return null;
  if (/[^\0-\x7f]/.test(text)) {
    const length = [...text].length;
    if (length <= maxCharacters) return null;
    return asError({
      rule: 'hotword-too-long',
      location,
      message: `"${text}" has ${length} characters; a hotword with any non-ASCII character may have ${maxCharacters}`,
      hint: 'shorten it, or split it into the parts that are misheard',
    });
  }
  const words = text.split(' ').length;
  if (words <= maxWords) return null;
  return asError({
    rule: 'hotword-too-many-words',
    location,
    message: `"${text}" has ${words} words; an ASCII hotword may have ${maxWords}`,
    hint: 'shorten it, or split it into the parts that are misheard',
  });
}

// Control characters, the bidi controls, zero-width characters and joiners, soft hyphen, byte-order mark, tags, and those of
// private use, which are what a word processor leaves of its bullets.
const hidden =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff\u{e0000}-\u{e007f}\u{f0000}-\u{10ffff}]/u;

// Most words have nothing but these: printable ASCII, kana, CJK ideographs, Hangul, accented Latin.
const harmless = /^[ -~\u00ae-\u024f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*$/;

function checkHidden({ text, location }: Entry): Diagnostic | null {
  const match = harmless.test(text) ? null : hidden.exec(text);
  if (match === null) return null;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const position = Array.from(text.slice(0, match.index)).length + 1;
  const what = /\p{Co}/u.test(match[0]) ? 'private-use' : 'invisible';
  return asError({
    rule: 'hotword-hidden-character',
    location,
    message: `"${text}" contains the ${what} character U+${code} at position ${position}`,
    hint: 'delete the character; retyping the word usually does it',
  });
}

function checkLetters({ text, location }: Entry): Diagnostic | null {
  if (/[\p{L}\p{N}]/u.test(text)) return null;
  return asWarning({
    rule: 'hotword-letterless',
    location,
    message: `"${text}" has neither a letter nor a digit: nobody can say it`,
    hint: 'delete it, or write out what is said',
  });
}

/** Plans, their digests and reports mask what is found here: it must never be applied. */
function checkSecret(entry: Entry): Diagnostic | null {
  const inText = holdsKey(entry.text);
  if (!inText && !hasSecretField(entry)) return null;
  return asError({
    rule: 'hotword-like-key',
    location: entry.location,
    message: `${inText ? 'a hotword' : 'a field of a hotword'} looks like an API key or another secret (not shown)`,
    hint: 'remove it, and revoke the key if it is one: it is in the history of this repository',
  });
}
