import { createHash } from 'node:crypto';

/** Computes the lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. Pure: equal texts have equal hashes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Computes the same in base64, as content security policies want it. */
export function sha256InBase64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
