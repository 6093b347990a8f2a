/* How a text is written in YAML so that every reader, also one of version 1.1, reads that text again. */

// Words of letters, digits and marks that mean nothing in YAML, with single spaces between them.
const harmless = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}+./_()'・-]*(?: [\p{L}\p{M}\p{N}+./_()'・-]+)*$/u;
// What some YAML reader, of version 1.1 too, takes for a boolean, a null, a number, a date or a time.
const looksOtherwise =
  /^(?:true|false|yes|no|on|off|y|n|null|[0-9][-+.0-9_]*(?:e[-+]?[0-9_]+)?|0[xob][0-9a-f_]+)$/i;

/** Writes a text plainly where every reader sees the same text, else in double quotes. */
export function scalar(text: string): string {
  return harmless.test(text) && !looksOtherwise.test(text) ? text : escapeJson(JSON.stringify(text));
}

/** Characters that nobody sees are written so that somebody does. */
export function escapeJson(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u3000]/gu, (character) =>
    [...Array(character.length).keys()].map((index) => escapeUnit(character.charCodeAt(index))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Makes a text fit into a comment. */
export function withoutBreaks(text: string): string {
  return escapeJson(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
}
