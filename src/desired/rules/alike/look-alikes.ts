import type { Entry } from '../../../model/config.js';
import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { surveyOf } from '../../../model/text/survey.js';
import type { Rule } from '../rule.js';
import { type Confusable, cyrillicOf, hanOf, katakanaOf, latinOf, type ScriptName } from './confusables.js';

/** Nobody sees it, and recognition knows no such word: it writes the right one, without the weight. */
export const charactersAreWhatTheyLookLike: Rule = function* ({ config }) {
  for (const { entries } of config.vocabularies) {
    const { isPlain, mayDisguise } = surveyOf(entries);
    for (const entry of isPlain && !mayDisguise ? [] : entries) {
      const found = lookAlikesIn(entry.text);
      if (found.length > 0) yield asDiagnostic(entry, found);
    }
  }
};

/** A character of a text that is probably another one. */
export interface LookAlike {
  readonly character: string;
  readonly is: ScriptName;
  readonly meant: string;
  readonly meantIs: ScriptName;
}

// Most words have nothing that any of the checks below asks for.
const worthALook = /[\u0370-\u04ff\u3041-\u30ff]|[A-Za-z]0[A-Za-z]{2}|\d[Oo]\d/;

/** Finds characters that look like others, where what stands around them says that the others are meant. */
export function lookAlikesIn(text: string): LookAlike[] {
  if (!worthALook.test(text)) return [];
  return [...lettersIn(text), ...kanaIn(text), ...digitsIn(text)];
}

const letterRun = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+/gu;
const asian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A word is of one script, but for symbols; a foreign abbreviation beside Chinese or Japanese is in Latin letters. */
function lettersIn(text: string): LookAlike[] {
  const besideAsian = asian.test(text);
  return (text.match(letterRun) ?? []).flatMap((run) => {
    const letters = [...run];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
    const others = letters.filter((letter) => !latin.includes(letter));
    if (others.length === 0 || (latin.length === 0 && !besideAsian)) return [];
    if (others.every((letter) => latinOf.has(letter))) return said(others, latinOf);
    const isCyrillic = others.every((letter) => /\p{Script=Cyrillic}/u.test(letter));
    const isDisguised = isCyrillic && latin.every((letter) => cyrillicOf.has(letter));
    return isDisguised ? said(latin, cyrillicOf) : [];
  });
}

const katakana = '[ァ-ヺー]';
const numeral = '[一二三四五六七八九十百千数何両]';
const hanTwins = [...katakanaOf.keys()].filter((one) => !/[一へべぺ]/.test(one)).join('');

/** What stands for a katakana: by each way in which no Han character and no hiragana stands. */
const amongKatakana = anyOf([
  // Not 口コミ, hearsay, and not 二カ国, where カ counts.
  `(?<=${katakana})[${hanTwins}一](?!コミ|[カヵヶ]\\p{Script=Han})(?=${katakana})`,
  // A long vowel and a small kana stand behind a kana only.
  `(?<!${katakana})[${hanTwins}](?=[ーァィゥェォッャュョ])`,
  '(?<=[ァ-ヺ])一(?![\\p{L}\\p{N}])',
  `(?<=${katakana}|(?<![\\p{L}\\p{N}]))[へべぺ](?=${katakana})`,
]);

const kanaTwins = [...hanOf.keys()].filter((one) => one !== 'ー').join('');

/** What stands for a Han character, in a text that is Chinese but for it. */
const amongHan = anyOf([
  // Not 三カ月, where カ counts, and not ト短調, which begins with a sign.
  `(?<=\\p{Script=Han})(?<!${numeral}カ*)[${kanaTwins}]`,
  // Between names it is a dash; behind nothing, and behind a number, it is one.
  `(?<![\\p{L}\\p{N}]|${numeral}ー*)ー(?=\\p{Script=Han})|(?<=[第一二三四五六七八九十])ー(?!${numeral})`,
]);

function anyOf(ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'), 'gu');
}

function kanaIn(text: string): LookAlike[] {
  const inKatakana = said(text.match(amongKatakana) ?? [], katakanaOf);
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu) ?? [];
  // With any other kana it is Japanese, where katakana may stand behind a Han character.
  const isChinese = kana.every((one) => hanOf.has(one));
  return isChinese ? [...inKatakana, ...said(text.match(amongHan) ?? [], hanOf)] : inKatakana;
}

/** Nothing that has its zero for a reason: T1N0M0, Fe2O3, 18O. */
function digitsIn(text: string): LookAlike[] {
  return (text.match(/[A-Za-z0-9]+/g) ?? []).flatMap((run) => {
    if (/^[A-Za-z]+0[A-Za-z]{2,}$/.test(run)) return [zero];
    return /^\d+[Oo]\d+$/.test(run) ? [{ ...letterO, character: run.includes('O') ? 'O' : 'o' }] : [];
  });
}

const zero: LookAlike = { character: '0', is: 'digit', meant: 'O', meantIs: 'Latin' };
const letterO: LookAlike = { character: 'O', is: 'Latin', meant: '0', meantIs: 'digit' };

function said(characters: readonly string[], twins: ReadonlyMap<string, Confusable>): LookAlike[] {
  return [...new Set(characters)].flatMap((character) => {
    const known = twins.get(character);
    if (known === undefined) return [];
    return [{ character, is: known.is, meant: known.twin.character, meantIs: known.twin.script }];
  });
}

function asDiagnostic({ text, location }: Entry, found: readonly LookAlike[]): Diagnostic {
  const named = found.map(
    ({ character, is, meant, meantIs }) =>
      `${is} "${character}" (U+${codeOf(character)}) where ${meantIs} "${meant}" is probably meant`,
  );
  const corrected = found.reduce((rest, { character, meant }) => rest.replaceAll(character, meant), text);
  return asWarning({
    rule: 'look-alike-character',
    location,
    message: `"${text}" has the ${named.join(', and the ')}`,
    hint: `type the word anew: "${corrected}"`,
  });
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
