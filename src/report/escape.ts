/*
 * Words, ids, file names and server messages are data. Printed as they are they could move the cursor, reverse a line,
 * hide letters or give orders to a CI runner, so whatever is not ours goes through here before it is printed.
 */

// Control characters, bidi controls, zero-width characters, soft hyphen, separators, tags, lone surrogates.
const unsafe =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

// GitHub's runner reads `##[…]` anywhere and `::…::` at the start of a line as a command.
const runnerCommand = /##(?=\[)|^(\s*):(?=:)/gm;

const keyLike = /\bsk-[A-Za-z0-9_-]{8,}/g;

/** One line of foreign text, safe to print: hidden characters become `\u{…}`, whatever looks like a key `sk-…`. */
export function printable(text: string): string {
  return text
    .replace(keyLike, 'sk-…')
    .replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
    .replace(runnerCommand, (_match, indent: string | undefined) =>
      indent === undefined ? '#\\u{23}' : `${indent}\\u{3A}`,
    );
}
