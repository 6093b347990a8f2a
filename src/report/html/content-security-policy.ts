import { sha256InBase64 } from '../../model/text/sha256.js';

export interface Inlined {
  readonly style: string;
  readonly script: string;
}

/** Nothing may be loaded from anywhere; the one style sheet and the one script are named by their hashes. */
export function contentSecurityPolicy({ style, script }: Inlined): string {
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hash(text: string): string {
  return `'sha256-${sha256InBase64(text)}'`;
}
