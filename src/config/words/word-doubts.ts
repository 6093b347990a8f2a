import type { DiagnosticDraft } from '../../model/diagnostic.js';
import type { WordReading } from '../reading.js';
import { slipOfKey } from '../text/slips.js';
import type { ScalarTree } from '../text/tree.js';
import { labelOf } from './header-meanings.js';
import { entryKeys } from './include.js';
import { looksCommented } from './looks-commented.js';
import { withoutMarker } from './text/list-marker.js';

/* What a word of YAML, JSON or a table looks like when something else was meant; of lines of a text, text/text-doubts.ts says so. */

/** What is said of a word, once; null: it looks as words do. @param text what the tree says, its white space folded */
export function doubtAbout(tree: ScalarTree, text: string, context: WordReading): DiagnosticDraft | null {
  return joinedWords(tree, text, context) ?? punctuation(tree, text, context);
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
