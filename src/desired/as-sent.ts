import { type Entry, isList, type Vocabulary } from '../model/config.js';

/**
 * The entries of a vocabulary as recognition gets them: those of an instant one without lang and extra fields, since a
 * request carries a word and a number (the vendor's hotword user guide, late 2026).
 */
export function asSent(vocabulary: Vocabulary): readonly Entry[] {
  const { entries } = vocabulary;
  if (isList(vocabulary) || !entries.some(staysBehind)) return entries;
  return entries.map((entry) => (staysBehind(entry) ? { ...entry, lang: null, extra: null } : entry));
}

/** Whether an entry has anything beside text and weight. */
export function staysBehind({ lang, extra }: Entry): boolean {
  return lang !== null || extra !== null;
}
