/** Shorter pieces of an encoded key occur in innocent texts too. */
const shortestEncoded = 8;

/**
 * Takes a key out of texts that a server or proxy may have echoed it into: as it is, escaped for a URL, JSON or HTML, or
 * in base64, also as a part of something longer such as `Bearer <key>`.
 */
export function redactorOf(key: string): (text: string) => string {
  const encoded = base64Forms(key).filter((form) => form.length >= shortestEncoded);
  const forms = [key, ...new Set(encoded)].map((form) => [...form].map(spellingsOf).join(''));
  const pattern = new RegExp(forms.join('|'), 'g');
  return (text) => text.replace(pattern, '[key]');
}

const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** A pattern for every way in which a visible ASCII character is written. */
function spellingsOf(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16).replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const itself = character.replace(/\W/, '\\$&');
  // JSON escapes these, and JSON inside of JSON does so again.
  const escaped = /["/\\]/.test(character) ? `\\\\*${itself}` : itself;
  const html = [`#0*${code}`, `#[xX]0*${hex}`, entities[character] ?? []].flat().join('|');
  return `(?:${escaped}|%${hex}|\\\\+u00${hex}|&(?:${html});)`;
}

/** Base64 has three spellings of the same bytes, by where in a group of three they start; each in both alphabets. */
function base64Forms(key: string): string[] {
  return [0, 1, 2].flatMap((lead) => {
    const bytes = Buffer.concat([Buffer.alloc(lead), Buffer.from(key)]);
    // Only the characters that depend on the key alone, not on its neighbours.
    const [start, end] = [Math.ceil((lead * 8) / 6), Math.floor((bytes.length * 8) / 6)];
    return [bytes.toString('base64').slice(start, end), bytes.toString('base64url').slice(start, end)];
  });
}
