import type { SentWords } from '../../model/instant/sent-words.js';

// By hand and not by a schema: a word and a consumer may be called `__proto__`.

/** Texts with numbers; null: there are none at all. */
export function wordsIn(value: unknown): SentWords | null {
  if (!isRecord(value)) return null;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

export function textIn(value: unknown, key: string): string | null {
  const text = fieldOf(value, key);
  return typeof text === 'string' ? text : null;
}

export function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
