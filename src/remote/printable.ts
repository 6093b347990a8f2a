/** Controls, format characters (bidi, zero width), line separators and lone surrogates: what a terminal may act on. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text from outside as one harmless line of at most `limit` characters, ending in `…` when it was longer. */
export function printable(text: string, limit = 300): string {
  // No more than can be shown: a character has at most two code units, and the text may have megabytes.
  const beginning = text.slice(0, 2 * (limit + 1));
  const characters = [...beginning.replace(unprintable, escapeCharacter)];
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit - 1).join('')}…`;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
