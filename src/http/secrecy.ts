import { quotable } from '../model/text/printable.js';
import { redactorOf } from './redact.js';

/** Keeps a key out of everything that comes back. */
export interface Secrecy {
  /** A text of the server, fit to be shown: one line, and no key in it. */
  readonly clean: (text: string) => string;
  /** An answer as it is, but for the key. */
  readonly redactBody: (body: string) => string;
}

export function secrecyOf(key: string): Secrecy {
  const redact = redactorOf(key);
  return {
    clean: (text) => quotable(redact(text)),
    redactBody: (body) => (isLikeWords(key) ? body : redact(body)),
  };
}

/** A key made up for a test may be a hotword too. A true one is much longer, and goes from wherever the server says it. */
function isLikeWords(key: string): boolean {
  return key.length < 16;
}
