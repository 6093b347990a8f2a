import type { Entry } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import type { Rule } from '../rule.js';
import { differencesOf, foldedText } from './folded-text.js';

/** Two spellings of one word share its weight, take two places of the list, and recognition writes now one, now the other. */
export const hotwordsAreSpeltOneWay: Rule = function* ({ config }) {
  for (const { entries } of config.vocabularies) {
    const first = new Map<string, Entry>();
    for (const entry of entries) {
      const key = foldedText(entry.text);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, entry);
      else if (earlier.text !== entry.text && mayMeet(entry, earlier)) yield nearDuplicate(entry, earlier);
    }
  }
};

/** Words of two languages are two words: Gift is something else in German. */
function mayMeet(one: Entry, other: Entry): boolean {
  return one.lang === null || other.lang === null || one.lang === other.lang;
}

function nearDuplicate(entry: Entry, earlier: Entry): Diagnostic {
  const ways = differencesOf(entry.text, earlier.text).join(' and ');
  return asWarning({
    rule: 'near-duplicate',
    location: entry.location,
    related: earlier.location,
    message: `"${entry.text}" and "${earlier.text}" in ${earlier.location.file}:${earlier.location.line} differ in nothing but ${ways || 'their form'}`,
    hint: 'keep the one that recognition shall write',
  });
}
