import type { ForeignWord } from '../../model/config.js';
import { extraText } from '../../model/hotword.js';

/** What a word can say beside its text and lang, as what people call it. */
export interface Difference {
  readonly name: string;
  /** What a word says of it, for people; null: nothing. */
  readonly said: (word: ForeignWord) => string | null;
}

/** In the order in which people are told of them. */
export const differences: readonly Difference[] = [
  { name: 'weight', said: ({ weight }) => (weight === null ? null : `${weight}`) },
  { name: 'note', said: ({ note }) => (note === null ? null : `"${note}"`) },
  { name: 'expires', said: ({ expires }) => expires },
  { name: 'extra', said: (word) => extraText(word) || null },
];
