/** Text, or the offset in `text` of the first character whose bytes are no UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly bad: number | null;
}

const replacement = '\ufffd';

/** Decodes UTF-8 and takes a byte-order mark off. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bad: null };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, bad: firstReplaced(text, bytes) };
  }
}

/** A replacement character may also be in the file itself; then its own three bytes stand there. */
function firstReplaced(text: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  let byte = startsWithMark(bytes) ? 3 : 0;
  let from = 0;
  for (;;) {
    const found = text.indexOf(replacement, from);
    if (found === -1) return text.length;
    byte += encoder.encode(text.slice(from, found)).length;
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return found;
    byte += 3;
    from = found + 1;
  }
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
