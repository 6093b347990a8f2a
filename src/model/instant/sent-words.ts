import type { DesiredConsumer } from '../desired.js';
import type { Hotword } from '../hotword.js';
import { compareText } from '../text/compare.js';
import type { InstantChange } from './instant-change.js';

/** Words with their weights, as the parameter `vocabulary` of a recognition request takes them. */
export type SentWords = Readonly<Record<string, number>>;

/**
 * What a consumer sends with each request, in the order of the words; null: nothing. That two vocabularies give a word one
 * weight is a rule. A word may be called `__proto__`, and is a key like any other.
 */
export function sentWords(
  consumer: Pick<DesiredConsumer, 'instant'>,
  instant: readonly InstantChange[],
): SentWords | null {
  if (consumer.instant.length === 0) return null;
  const words = instant
    .filter(({ name }) => consumer.instant.includes(name))
    .flatMap(({ after }) => after?.hotwords ?? []);
  return mapOf(words);
}

/** Words as one request carries them: text and weight, sorted. */
export function mapOf(words: readonly Pick<Hotword, 'text' | 'weight'>[]): SentWords {
  const sorted = words.map(({ text, weight }) => [text, weight] as const);
  return Object.fromEntries(sorted.sort(([left], [right]) => compareText(left, right)));
}
