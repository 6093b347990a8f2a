/** Shorter pieces of an encoded key occur in innocent texts too. */
const shortestEncoded = 8;

/**
 * Takes a key out of texts that a server or proxy may have echoed it into: as it is, URL-encoded, or in base64, also
 * as a part of something longer such as `Bearer <key>`.
 */
export function redactorOf(key: string): (text: string) => string {
  const encoded = [encodeURIComponent(key), ...base64Forms(key)].filter(
    (form) => form.length >= shortestEncoded,
  );
  const forms = [...new Set([key, ...encoded])];
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '[key]'), text);
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
