import { isSameLanguage, languageMeant } from '../../model/catalogue/language-code.js';
import { type Entry, isList, type Vocabulary } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import { pairingsOf } from '../../model/pairings.js';
import { isAscii } from './alike/folded-text.js';
import { lookAlikesIn } from './alike/look-alikes.js';
import type { Rule, RuleInput } from './rule.js';
import { cyrillicLetter, hangulLetter, hanLetter, kanaLetter } from './script-letters.js';

/** A word is boosted in the language its lang names: with the wrong one it does nothing, or the wrong reading is boosted. */
export const langsSuitTheScript: Rule = function* (input) {
  // With a request no lang travels, which is said once.
  for (const vocabulary of input.config.vocabularies.filter(isList)) {
    for (const entry of vocabulary.entries) {
      const script = entry.lang === null ? null : otherScript(entry, entry.lang);
      if (script !== null) yield inOtherScript(entry, script, langsOpen(vocabulary, input));
    }
  }
};

/** Says of a lang whether the models of a vocabulary take it and the consumers of the vocabulary let it through. */
function langsOpen(vocabulary: Vocabulary, { config, catalogue }: RuleInput): (lang: string) => boolean {
  const taken = vocabulary.target_models.flatMap(({ value }) => {
    const langs = catalogue.get(value)?.langs ?? null;
    return langs === null ? [] : [langs];
  });
  const hints = pairingsOf(config)
    .usersOf(vocabulary)
    .flatMap(({ language_hints, model }) => {
      // Of more hints recognition reads the first ones.
      const read = catalogue.get(model.value)?.max_language_hints ?? undefined;
      return language_hints === null ? [] : [language_hints.value.slice(0, read)];
    });
  return (lang) =>
    taken.every((langs) => langs.includes(lang)) &&
    hints.every((passed) => passed.some((hint) => isSameLanguage(hint, lang)));
}

interface Script {
  readonly name: string;
  readonly letter: RegExp;
  /** The langs it is written in, the likeliest first. */
  readonly langs: readonly string[];
}

const han: Script = { name: 'Han', letter: hanLetter, langs: ['zh', 'yue', 'ja'] };
const kana: Script = { name: 'kana', letter: kanaLetter, langs: ['ja'] };
const hangul: Script = { name: 'Hangul', letter: hangulLetter, langs: ['ko'] };
const cyrillic: Script = { name: 'Cyrillic', letter: cyrillicLetter, langs: ['ru'] };

// Kana and Hangul first: beside them Han is Japanese or Korean. Latin letters and Greek symbols are at home everywhere.
const scripts: readonly Script[] = [kana, hangul, cyrillic, han];

/** Nothing is known of any other lang, which the vendor may have added. */
const langs: readonly string[] = ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'];

// Shops and brands of China write it for 的.
const fashionableNo = /の/g;

function otherScript(entry: Entry, written: string): Script | null {
  if (isAscii(entry.text)) return null;
  const lang = languageMeant(written) ?? written;
  if (!langs.includes(lang)) return null;
  const text = han.langs.includes(lang) ? entry.text.replace(fashionableNo, '') : entry.text;
  const script = scripts.find(({ letter }) => letter.test(text));
  if (script === undefined || script.langs.includes(lang)) return null;
  // A letter in disguise is said by a rule of its own, and says nothing about the language.
  return lookAlikesIn(entry.text).length > 0 ? null : script;
}

function inOtherScript(entry: Entry, script: Script, isOpen: (lang: string) => boolean): Diagnostic {
  const open = script.langs.filter(isOpen).map((one) => `"${one}"`);
  return asWarning({
    rule: 'lang-other-script',
    location: entry.location,
    message: `"${entry.text}" has lang "${entry.lang}", and is written in ${script.name}`,
    hint: open.length === 0 ? 'leave the lang out' : `write ${open.join(', ')}, or leave the lang out`,
  });
}
