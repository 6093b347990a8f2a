import type { GivenWord } from '../../model/evaluation/evaluation.js';
import { compareText } from '../../model/text/compare.js';
import { tokenise } from '../text/tokens.js';

/** A word as it is looked for. */
export interface WordForm {
  readonly word: GivenWord;
  readonly normal: string;
  readonly units: readonly string[];
}

/**
 * Normalises words as texts are. Words that are then the same, such as one of two languages or spellings, are one word: nobody
 * can tell in a text which of them it was. Of these, the one with the most weight stands for all. Where nothing is left of a
 * word, it is a word of its own, found nowhere.
 */
export function formsOf(words: readonly GivenWord[]): readonly WordForm[] {
  const forms = new Map<string, WordForm>();
  for (const word of [...words].sort(heaviestFirst)) {
    const { normal, units } = tokenise(word.text);
    const key = units.length === 0 ? ` ${word.text}` : normal;
    if (!forms.has(key)) forms.set(key, { word, normal: key, units });
  }
  return [...forms.values()];
}

/** The same for any order of words. */
function heaviestFirst(left: GivenWord, right: GivenWord): number {
  return (
    right.weight - left.weight ||
    compareText(left.text, right.text) ||
    compareText(left.lang ?? '', right.lang ?? '')
  );
}
