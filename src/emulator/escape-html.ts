const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control, bidi and zero-width characters, line separators and halves of surrogate pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text as HTML text or attribute. What could not be seen, or would rearrange its neighbours, shows as `\u{202e}`. */
export function escapeHtml(text: string): string {
  return text
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
