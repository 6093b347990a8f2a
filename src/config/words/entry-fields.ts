import { foreignScale } from '../../model/catalogue/foreign-weight.js';
import { asError, asWarning, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { ExtraFields } from '../../model/hotword.js';
import type { Reporting, WordReading } from '../reading.js';
import { slipOfKey } from '../text/slips.js';
import { locationAt } from '../text/source.js';
import { isNull, resolve, type ScalarTree, show, type Tree, wholeNumberOf } from '../text/tree.js';
import { labelOf } from './header-meanings.js';
import { entryKeys } from './include.js';
import { looksCommented } from './looks-commented.js';
import { normaliseText } from './normalise-text.js';
import { withoutMarker } from './text/list-marker.js';

/* What an entry says, field by field. What is wrong with one is reported here. */

/** Null for what was reported. */
export function readText(tree: Tree, context: WordReading): string | null {
  const isText = tree.kind === 'scalar' && tree.style !== 'literal';
  const text = isText ? normaliseText(tree.text) : null;
  if (isText && text !== null && text !== '') {
    const doubt = joinedWords(tree, text, context) ?? punctuation(tree, text, context);
    if (doubt !== null) context.report(asWarning(doubt, locationAt(context.source, tree.start)));
    return text;
  }
  const message = text === '' ? 'a hotword is empty' : `a hotword must be a text, not ${show(tree)}`;
  say(context, tree.start, {
    rule: text === '' ? 'hotword-empty' : 'hotword-invalid',
    message,
    hint: 'write the word, or a mapping { text: …, weight: …, lang: … }',
  });
  return null;
}

/** An item that is indented too far goes on with the word before it; a tab comes with what was copied from a table. */
function joinedWords(tree: ScalarTree, text: string, { source }: WordReading): DiagnosticDraft | null {
  const { start, end, style } = tree;
  // Most words stand as they are written, and nothing has to be looked at.
  if (tree.text === text && end - start === text.length) return null;
  if (style === 'plain' && source.text.slice(start, end).includes('\n')) {
    return {
      rule: 'hotword-joined',
      message: `"${text}" is written on several lines, which become one hotword`,
      hint: 'begin each word with a dash, indented as the others are; one that is long may be put on one line',
    };
  }
  const [found] = /[\t\n\r]|(?<=\p{Script=Han})\u3000+(?=\p{Script=Han})/u.exec(tree.text.trim()) ?? [];
  if (found === undefined) return null;
  const what = found === '\t' ? 'tab' : found.startsWith('\u3000') ? 'full-width space' : 'line break';
  return {
    rule: 'hotword-joined',
    message: `"${text}" has a ${what} in it, which becomes a space`,
    hint: isOfRows(source)
      ? 'write each word in a row of its own, and a space where one is meant'
      : 'write two words apart, a weight as { text: …, weight: … }, and a space where one is meant',
  };
}

/* Marks of Chinese, or among Chinese, which are no separators or quotes in a text of YAML; recognition writes none in a word. */
const separator = new RegExp(
  [
    '[，、；。]',
    // Between Latin, an arrow belongs to an operator or a reaction.
    '(?<=\\p{Script=Han} ?)(?:[-=]>|[→⇒])(?= ?\\p{Script=Han})',
    '(?<=\\p{Script=Han})(?:[,;|](?=\\p{Script=Han})|[,;|.]$)',
  ].join('|'),
  'u',
);
const anyMark = /[，、；。→⇒,;|“‘「『#＃/>.:：]/;
const keyWithColon = new RegExp(`^(?:${entryKeys.join('|')})(?:：|:(?=[^\\s:/]))`);
const quoted = /^(?:“.+”|‘.+’|「.+」|『.+』)$/;

/** Whether a row of the file is a word, and brackets and braces are text. */
function isOfRows({ file }: WordReading['source']): boolean {
  return /\.(?:csv|tsv|txt)$/i.test(file);
}

function punctuation({ style }: ScalarTree, text: string, { source }: WordReading): DiagnosticDraft | null {
  // Most words have none of all these.
  if (!anyMark.test(text)) return isMarked(text) ? numbered(text) : null;
  // What begins like a key is told what to write, whatever else is in it.
  if (style === 'plain' && keyWithColon.test(text)) return null;
  if (looksCommented(text)) return commented(text);
  const label = labelOf(text);
  if (label !== null) return labelled(text, label);
  const [found] = separator.exec(text) ?? [];
  if (found === undefined && !quoted.test(text)) return isMarked(text) ? numbered(text) : null;
  // Marks alone are another rule's.
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (found === undefined) return inQuotes(text);
  if (!separator.test(withoutMarker(text))) return numbered(text);
  const said = separator.exec(text.slice(0, -1)) === null && text.endsWith(found) ? atItsEnd : inside;
  return { rule: 'hotword-punctuation', ...said(text, found, isOfRows(source)) };
}

/** Null for an item of a list that is no key without its space. */
export function keyInText({ style }: ScalarTree, text: string): DiagnosticDraft | null {
  if (style !== 'plain' || !keyWithColon.test(text)) return null;
  return {
    rule: 'hotword-punctuation',
    message: `"${text}" begins like a key, and has no colon with a space behind it; all of it becomes one hotword`,
    hint: inBraces(slipOfKey(text, entryKeys)?.hint ?? 'write a colon of ASCII, and a space behind it'),
  };
}

/** Several keys on the line of one item are a mapping in braces. */
function inBraces(hint: string): string {
  return hint.replace(/^write it as: (.*, [a-z]+: .*)$/, 'write it as: { $1 }');
}

function inQuotes(text: string): DiagnosticDraft {
  return {
    rule: 'hotword-punctuation',
    message: `${text} stands in quotes, which become a part of the hotword`,
    hint: 'take them off, or write \' or " where a word needs quotes',
  };
}

function commented(text: string): DiagnosticDraft {
  return {
    rule: 'hotword-comment',
    message: `"${text}" has what looks like a comment in it, which becomes a part of the hotword`,
    hint: 'delete it, or say it in `note`, which is sent nowhere',
  };
}

/** Whether a word of Chinese has a bullet or a number of a list in front of it: those of other scripts may begin so, `3. Liga`. */
function isMarked(text: string): boolean {
  // Most words begin with a letter, and need not be looked at; a character of private use is another rule's.
  if (!/^[^\p{L}\p{Co}]/u.test(text)) return false;
  const rest = withoutMarker(text);
  // (S)布洛芬 and ①型 are names.
  return (
    rest !== text && /^\p{Script=Han}/u.test(rest) && !/^[(（]?[A-Z][)）]|^.*?[)）①-⓿][型类级期]/u.test(text)
  );
}

function labelled(text: string, label: string): DiagnosticDraft {
  const rest = text.slice(label.length).trim();
  return {
    rule: 'hotword-punctuation',
    message: `"${text}" begins with the label "${label.trim()}", which becomes a part of the hotword`,
    hint: rest === '' ? 'delete it: it is no word' : `take it off: ${rest}`,
  };
}

function numbered(text: string) {
  return {
    rule: 'hotword-punctuation',
    message: `"${text}" begins with a bullet or a number like an item of a list, which becomes a part of the hotword`,
    hint: `take it off: ${withoutMarker(text)}`,
  };
}

function atItsEnd(text: string, mark: string) {
  return {
    message: `"${text}" ends in "${mark}", which becomes a part of the hotword`,
    hint: 'take it off, unless it belongs to the word: nobody says it',
  };
}

function inside(text: string, mark: string, isOfRow: boolean) {
  return {
    message: `"${text}" has "${mark}" in it, like several words; all of it becomes one hotword`,
    hint: isOfRow
      ? 'write each word in a row of its own'
      : 'write each word apart: on a line of its own, or in brackets with ", " between two',
  };
}

/** A weight that is null was reported. A word of another program is worth more than its weight, and is taken without. */
export function readWeight(tree: Tree, context: WordReading): number | null {
  if (isNullWord(tree)) return context.defaultWeight;
  const isForeign = context.foreign !== undefined;
  if (isForeign && isBlank(tree)) return context.defaultWeight;
  const weight = tree.kind === 'scalar' ? (isForeign ? anyNumber(tree) : wholeNumberOf(tree)) : null;
  if (weight !== null && (isForeign || Number.isSafeInteger(weight))) return weight;
  if (isForeign) {
    context.report(asWarning(noWeight(show(tree)), locationAt(context.source, tree.start)));
    return context.defaultWeight;
  }
  say(context, tree.start, fullWidthWeight(tree) ?? quotedWeight(tree) ?? badWeight(show(tree)));
  return null;
}

/** As lang: null is none. Nothing at all may be a weight that somebody forgot. */
function isNullWord(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text !== '' && isNull(tree);
}

function isBlank(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text.trim() === '';
}

/** A number as other programs write it: with decimals, as a text, in full width, with a comma for the point. */
function anyNumber({ text }: ScalarTree): number | null {
  const narrow = text.replace('−', '-').normalize('NFKC').trim();
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+$/.test(narrow)
    ? narrow.replaceAll(',', '')
    : narrow.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** On a screen they look like the others. */
function fullWidthWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || !/^[-+－−＋]?[\d０-９]+(?:[.．]0*)?$/.test(tree.text)) return null;
  const narrow = tree.text.replace('−', '-').normalize('NFKC');
  if (narrow === tree.text) return null;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is written in full-width characters`,
    hint: `write ${narrow}: digits and signs of the ASCII width`,
  };
}

/** Scripts that write JSON make texts of their numbers. */
function quotedWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || tree.style !== 'quoted') return null;
  const weight = wholeNumberOf({ ...tree, style: 'plain', text: tree.text.trim() });
  if (weight === null) return null;
  const scale = foreignScale(weight);
  const advice = scale === null ? '' : `; ${weight} looks like ${scale}, and weights here are 1 to 5`;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is quoted: a text, not a number`,
    hint: `write it in digits and without quotes${advice}`,
  };
}

function noWeight(shown: string): DiagnosticDraft {
  return {
    rule: 'weight-invalid',
    message: `${shown} is no weight; where the word is taken, it has the default one`,
    hint: 'correct it where the words come from, or in the file that is made',
  };
}

function badWeight(shown: string): DiagnosticDraft {
  return {
    rule: 'weight-invalid',
    message: `a weight must be a whole number, not ${shown}`,
    hint: 'write it in digits and without quotes, such as 4',
  };
}

/** Null also where it says nothing. */
export function readLang(tree: Tree, context: WordReading): string | null {
  if (tree.kind === 'scalar') {
    if (isNull(tree)) return null;
    if (tree.style !== 'literal') return tree.text.trim() === '' ? null : tree.text.trim();
  }
  say(context, tree.start, {
    rule: 'lang-invalid',
    message: `a lang must be a language code, not ${show(tree)}`,
    hint: 'write a code such as zh, en or ja, or leave the key out',
  });
  return null;
}

/** Null also where it says nothing. */
export function readExtra(tree: Tree, context: WordReading): ExtraFields | null {
  if (tree.kind !== 'mapping') {
    if (tree.kind === 'scalar' && isNull(tree)) return null;
    say(context, tree.start, {
      rule: 'extra-invalid',
      message: `extra must be a mapping, not ${show(tree)}`,
      hint: 'write the further fields as extra: { field: value }',
    });
    return null;
  }
  for (const { key, keyStart } of tree.pairs) {
    if (key !== '__proto__' && !['text', 'weight', 'lang'].includes(key)) continue;
    say(context, keyStart, {
      rule: 'extra-invalid',
      message: `extra may not hold "${key}"`,
      hint: key === '__proto__' ? 'delete it' : `write ${key} beside extra, not inside it`,
    });
  }
  return tree.pairs.length === 0 ? null : (valueOf(tree) as ExtraFields);
}

function valueOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return resolve(tree);
  if (tree.kind === 'list') return tree.items.map(valueOf);
  return Object.fromEntries(tree.pairs.map(({ key, value }) => [key, valueOf(value)]));
}

/** Reports an error at an offset of the file. */
export function say({ source, report }: Reporting, offset: number, draft: DiagnosticDraft): void {
  report(asError(draft, locationAt(source, offset)));
}
