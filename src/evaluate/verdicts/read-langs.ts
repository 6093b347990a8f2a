import { isSameLanguage } from '../../model/catalogue/language-code.js';
import type { DeliveryFacts, GivenWord } from '../../model/evaluation/evaluation.js';

type Hints = Pick<DeliveryFacts, 'language_hints' | 'read_hints'>;

/** The hints that recognition reads; null: it is not restricted to languages. */
export function readHints({ language_hints, read_hints }: Hints): readonly string[] | null {
  if (language_hints === null || language_hints.length === 0) return null;
  return language_hints.slice(0, read_hints ?? undefined);
}

/** Whether recognition leaves a word out because of its language. Words that name none count in every language. */
export function isLeftOut({ lang }: Pick<GivenWord, 'lang'>, hints: Hints): boolean {
  const read = readHints(hints);
  return lang !== null && read !== null && !read.some((hint) => isSameLanguage(hint, lang));
}
