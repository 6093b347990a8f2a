import type { Entry, Vocabulary } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { surveyOf } from '../../../model/text/survey.js';
import { asSent } from '../../as-sent.js';
import type { Rule } from '../rule.js';
import { differencesOf, foldedText } from './folded-text.js';
import { heardBy, heardTogether, pairsSaid } from './heard-together.js';

/** Two spellings of one word share its weight, take two places of the list, and recognition writes now one, now the other. */
export const hotwordsAreSpeltOneWay: Rule = function* ({ config }) {
  const firsts = new Map<Vocabulary, ReadonlyMap<string, Entry>>();
  const said = pairsSaid();
  const hearings = heardTogether(config);
  const heard = new Set(hearings.flatMap(({ vocabularies }) => vocabularies));
  for (const vocabulary of config.vocabularies) {
    if (!heard.has(vocabulary) && !surveyOf(vocabulary.entries).mayRepeat) continue;
    const first = new Map<string, Entry>();
    for (const entry of asSent(vocabulary)) {
      const key = foldedText(entry.text);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, entry);
      else if (isAnother(entry, earlier)) {
        said.isNew(entry.text, earlier.text);
        yield nearDuplicate(entry, earlier);
      }
    }
    firsts.set(vocabulary, first);
  }
  for (const hearing of hearings) {
    const first = new Map<string, Entry>();
    for (const [key, entry] of hearing.vocabularies.flatMap((one) => [...(firsts.get(one) ?? [])])) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, entry);
      else if (isAnother(entry, earlier) && said.isNew(entry.text, earlier.text))
        yield nearDuplicate(entry, earlier, heardBy(hearing));
    }
  }
};

function isAnother(entry: Entry, earlier: Entry): boolean {
  return earlier.text !== entry.text && mayMeet(entry, earlier);
}

/** Words of two languages are two words: Gift is something else in German. */
function mayMeet(one: Entry, other: Entry): boolean {
  return one.lang === null || other.lang === null || one.lang === other.lang;
}

function nearDuplicate(entry: Entry, earlier: Entry, where = ''): Diagnostic {
  const ways = differencesOf(entry.text, earlier.text).join(' and ');
  return asWarning({
    rule: 'near-duplicate',
    location: entry.location,
    related: earlier.location,
    message: `"${entry.text}" and "${earlier.text}" in ${earlier.location.file}:${earlier.location.line} differ in nothing but ${ways || 'their form'}${where}`,
    hint: 'keep the one that recognition shall write',
  });
}
