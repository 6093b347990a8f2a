import type { Location } from '../diagnostic.js';
import { maskKeys } from './secrets.js';

/*
 * Words, ids, file names and server messages are data. Printed as they are they could move the cursor, reverse a line,
 * hide letters or give orders to a CI runner, so whatever is not ours goes through here before it is printed.
 */

// Controls, bidi and other format characters, line separators, lone surrogates, all that fonts leave out, and spaces
// that look like another.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

// Runners read `##[…]` and `##vso[…]` anywhere, and `::…::` at the start of a line, as a command.
const bracketCommand = /##(?=[a-z]*\[)/gi;
const colonCommand = /^(\s*):(?=:)/;

/** Makes one line of somebody else's text safe to print: hidden characters become `\u{…}`, whatever looks like a key `sk-…`. */
export function printable(text: string): string {
  return escapeUnseen(maskKeys(text)).replace(bracketCommand, '#\\u{23}').replace(colonCommand, '$1\\u{3A}');
}

const longestQuote = 300;

/** Makes a text printable as one line of at most 300 characters, ending in `…` when it was longer: for quotations. */
export function quotable(text: string): string {
  const limit = longestQuote;
  // No more than can be shown: a character has at most two code units, and the text may have megabytes.
  const characters = [...printable(text.slice(0, 2 * (limit + 1)))];
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Spells out what nobody sees, or what would rearrange its neighbours: `\u{202E}`. */
export function escapeUnseen(text: string): string {
  return text.replace(
    unsafe,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/** File names are data too. */
export function printableLocation(location: Location | null): Location | null {
  return location === null ? null : { ...location, file: printable(location.file) };
}

/** The same JSON text, safe to print: its strings may spell any character as `\uXXXX`, and still say the same. */
export function printableJson(json: string): string {
  return json
    .replace(unsafe, (character) => (character === '\n' ? character : escapeUnits(character)))
    .replace(bracketCommand, '#\\u0023');
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
