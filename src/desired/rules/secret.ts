/** What the vendor's keys look like. */
const keyShape = /\bsk-[A-Za-z0-9_-]{16,}/g;

export function holdsKey(text: string): boolean {
  return text.search(keyShape) !== -1;
}

/** A text that may be shown: findings quote hotwords, and end up in the logs of CI. */
export function withoutKeys(text: string): string {
  return text.replace(keyShape, 'sk-…');
}
