import { isSameLanguage, languageMeant } from '../../model/catalogue/language-code.js';
import { type Config, type Consumer, type Entry, isList } from '../../model/config.js';
import { asWarning } from '../../model/diagnostic.js';
import { pairingsOf } from '../../model/pairings.js';
import { andMore } from '../../model/text/and-more.js';
import type { Rule } from './rule.js';

/** Recognition reads the first hints only, and says nothing of the others. */
export const languageHintsAreRead: Rule = function* ({ config, catalogue }) {
  for (const consumer of config.consumers) {
    const { name, model, language_hints } = consumer;
    const limit = catalogue.get(model.value)?.max_language_hints ?? null;
    if (language_hints === null || limit === null) continue;
    const read = language_hints.value.slice(0, limit);
    const unread = language_hints.value.filter((hint) => !isAmong(read, hint));
    if (unread.length === 0) continue;
    const silent = wordsOf(consumer, config).filter(({ lang }) => lang !== null && isAmong(unread, lang));
    yield asWarning({
      rule: 'language-hints-unread',
      location: language_hints.location,
      message: `the consumer "${name}" passes ${language_hints.value.length} language_hints, and ${model.value} reads only the first${limit === 1 ? '' : ` ${limit}`}: ${unread.join(', ')} ${unread.length === 1 ? 'does' : 'do'} nothing${consequence(silent.map(({ text }) => text))}`,
      hint: `put what is spoken most first${silent.length === 0 ? '' : ', or leave out the lang of those words: they work in every language then'}`,
    });
  }
};

/** The codes are recognition's own; another spelling is another language to it, or none. */
export const languageHintsAreSpelt: Rule = function* ({ config: { consumers } }) {
  for (const { name, language_hints } of consumers) {
    if (language_hints === null) continue;
    const unusual = language_hints.value.flatMap((hint) => {
      const meant = languageMeant(hint);
      return meant === null ? [] : [{ hint, meant }];
    });
    if (unusual.length === 0) continue;
    const hints = quotedList(unusual.map(({ hint }) => hint));
    const codes = quotedList(unusual.map(({ meant }) => meant));
    const [one, codeIs] = unusual.length === 1 ? ['hint', 'code is'] : ['hints', 'codes are'];
    yield asWarning({
      rule: 'language-hint-unusual',
      location: language_hints.location,
      message: `the consumer "${name}" passes the language_${one} ${hints}; the vendor's ${codeIs} ${codes}`,
      hint: `did you mean ${codes}? Correct ${unusual.length === 1 ? 'it' : 'them'} here and in the program`,
    });
  }
};

function quotedList(all: readonly string[]): string {
  return all.map((one) => `"${one}"`).join(', ');
}

function isAmong(hints: readonly string[], lang: string): boolean {
  return hints.some((hint) => isSameLanguage(hint, lang));
}

/** Those of its list: with a request no lang travels. */
function wordsOf(consumer: Consumer, config: Config): readonly Entry[] {
  return pairingsOf(config).namedBy(consumer).find(isList)?.entries ?? [];
}

const mostNamed = 5;

function consequence(silent: readonly string[]): string {
  if (silent.length === 0) return '';
  const named = andMore(silent, mostNamed, (text) => `"${text}"`);
  const subject =
    silent.length === 1 ? 'and neither does 1 hotword' : `and neither do ${silent.length} hotwords`;
  return `, ${subject}: ${named}`;
}
