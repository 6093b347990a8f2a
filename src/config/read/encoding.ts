/** What a text that is no UTF-8 is written in, by the names of iconv. GB18030 has every character of GBK, and those that GBK lacks. */
export type Encoding = 'UTF-16' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

/** A workbook of Excel, old or new, by its first bytes: the new ones are ZIP archives. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [zip, compound].some((magic) => magic.every((byte, index) => bytes[index] === byte));
}

const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** Enough to tell by, whatever the size of the file. */
const sample = 64 * 1024;

/**
 * Guesses what bytes are that are no text in UTF-8; null: UTF-8 with a NUL in it.
 * @param isUtf8 whether they could be decoded
 */
export function guessEncoding(bytes: Uint8Array, isUtf8: boolean): Encoding | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  const side = bytes.length % 2 === 0 ? sideOfZeros(bytes.subarray(0, sample), isUtf8) : null;
  if (side !== null) return side === 'right' ? 'UTF-16LE' : 'UTF-16BE';
  return isUtf8 ? null : 'GB18030';
}

/**
 * A line feed has a zero in UTF-16, and so has each letter of ASCII, nearly always on the same side; 一 has one on the other.
 * GBK has none.
 */
function sideOfZeros(bytes: Uint8Array, isUtf8: boolean): 'left' | 'right' | null {
  let [left, right] = [0, 0];
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) left++;
    if (bytes[index + 1] === 0) right++;
  }
  const isMuch = (left + right) * 3 >= bytes.length;
  if (left === right || (isUtf8 && !isMuch)) return null;
  if (Math.max(left, right) < 2 * Math.min(left, right)) return null;
  return left > right ? 'left' : 'right';
}
