import type { Sha256 } from '../../model/ports.js';

export interface Inlined {
  readonly style: string;
  readonly script: string;
}

/** Nothing may be loaded from anywhere; the one style sheet and the one script are named by their hashes. */
export function contentSecurityPolicy({ style, script }: Inlined, sha256: Sha256): string {
  const hash = (text: string) => `'sha256-${base64OfHex(sha256(text))}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64OfHex(hex: string): string {
  return (hex.match(/.{1,6}/g) ?? []).map(quartetOf).join('');
}

/** Three bytes are four letters; what is left of them at the end is filled up with `=`. */
function quartetOf(hex: string): string {
  const bits = Number.parseInt(hex.padEnd(6, '0'), 16);
  const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
  return letters.slice(0, hex.length / 2 + 1).padEnd(4, '=');
}
