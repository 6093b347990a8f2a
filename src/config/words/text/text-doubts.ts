import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { labelOf } from '../header-meanings.js';
import { looksCommented } from '../looks-commented.js';
import { endsInAbbreviation } from './abbreviations.js';
import type { WordLine } from './word-lines.js';

/*
 * What people write who have another format, or a sentence, in mind. A hotword may really look so, hence only warnings,
 * one a file for each kind: the first line is the example, the others are counted.
 */

/** Full stops and commas of the scripts that have them. */
const stop = /[.,。．｡，﹐､、；;،؛۔।॥։።፣]$/u;
const separator = /[,;，；、|｜]|(?<=\p{Script=Han} ?)(?:[-=]>|[→⇒])(?= ?\p{Script=Han})/u;
const pairs = ['""', "''", '“”', '‘’', '「」', '『』', '«»', '《》', '``', '„“'];

interface Doubt {
  readonly rule: string;
  /** What the line does, for one and for several. */
  readonly verb: string;
  readonly what: string;
  readonly hint: string;
}

const punctuation: Doubt = {
  rule: 'txt-punctuation',
  verb: 'ends',
  what: 'in a full stop or a comma, which becomes a part of the hotword',
  hint: 'take it off, unless it belongs to the word: nobody says it',
};
const listMarker: Doubt = {
  rule: 'txt-list-marker',
  verb: 'begins',
  what: 'with a bullet or a number like an item of a list, which becomes a part of the hotword',
  hint: 'take it off: a text include has nothing but a hotword a line',
};
const label: Doubt = {
  rule: 'txt-label',
  verb: 'has',
  what: 'a label or is a heading, which becomes a part of the hotword, or one',
  hint: 'leave nothing but the word on its line; put headings on lines that begin with #',
};
const trailingComment: Doubt = {
  rule: 'txt-comment',
  verb: 'has',
  what: 'what looks like a comment in it, which becomes a part of the hotword',
  hint: 'put comments on lines of their own that begin with #, or use a .csv with a column `note`',
};
const severalWords: Doubt = {
  rule: 'txt-separator',
  verb: 'has',
  what: 'a separator inside, like several words or columns; all of it becomes one hotword',
  hint: 'write one word a line; what is a table belongs into a .csv, with a comma between its columns and a header that names each, such as text,weight',
};
const quotes: Doubt = {
  rule: 'txt-quotes',
  verb: 'stands',
  what: 'in quotes, which become a part of the hotword',
  hint: 'take the quotes off: a text include needs none; or name the file .csv and begin it with the header text',
};

/**
 * What looks as if something else were meant: one warning for each kind, at its first line. Lines with weights are not
 * asked again, but for a bullet, which would stay when the weight has gone.
 */
export function doubtsAbout(lines: readonly WordLine[], weighted: (line: WordLine) => boolean): Diagnostic[] {
  const others = lines.filter((line) => !weighted(line));
  const shapes = headings.filter((shape) => !lines.every(({ body }) => shape.test(body)));
  const isLabelled = ({ body }: WordLine) =>
    (/[:：]/.test(body) && labelOf(body) !== null) ||
    (/^[【—–=*~-]/.test(body) && shapes.some((shape) => shape.test(body)));
  const parted = lines.filter(({ body }) => /[^\x00-\x7f] [^\x00-\x7f]/.test(body) && spaced.test(body));
  // In Japan, a space stands between the names of a person.
  const areNames =
    !parted.some(({ body }) => ofThree.test(body)) || lines.some(({ body }) => kana.test(body));
  const areSeveral = new Set(areNames ? [] : parted);
  const areQuoted = others.every(({ body }) => isQuoted(withoutStop(body)));
  const found: readonly (readonly [Doubt, readonly WordLine[]])[] = [
    [listMarker, lines.filter(({ word, body }) => body !== word)],
    [label, others.filter(isLabelled)],
    [punctuation, others.filter(({ body }) => stop.test(body) && !endsInAbbreviation(body))],
    [quotes, areQuoted ? others : []],
    [trailingComment, others.filter(({ word }) => looksCommented(word))],
    [
      severalWords,
      others.filter((line) => !looksCommented(line.word) && (areSeveral.has(line) || holdsSeveral(line))),
    ],
  ];
  return found.flatMap(([doubt, those]) => said(doubt, those));
}

function holdsSeveral({ body, hasWideSpace }: WordLine): boolean {
  return hasWideSpace || hasSeparator(body);
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Chinese is written without spaces. A name of one character may have one, to be as wide as others. */
const spaced = /\p{Script=Han}{2} \p{Script=Han}{2}/u;
/** A make and its model, or a house and a part of it, are two. */
const ofThree = /\p{Script=Han}{2} \p{Script=Han}{2,} \p{Script=Han}{2}/u;
/** `【药品】`, or something between dashes, where other lines are not like that. */
const headings = [/^【[^】]*】$/, /^[—–=*~-]{2}.*[—–=*~-]{2}$/];

/** At the end it is punctuation, between digits a part of a number, 1,000, and before a hyphen a part of a name, 2,4-D. */
function hasSeparator(body: string): boolean {
  // Most words have none of the signs, and each is asked.
  if (!/[,;，；、|｜→⇒>]/.test(body) || !separator.test(body)) return false;
  return separator.test(withoutStop(body).replace(thousands, '$1').replace(locants, ''));
}

const thousands = /(\d),(?=\d{3}(?!\d))/g;
/** Chemists say so where on a molecule something is: `2,4-`, `N,N-`. */
const locants = /(?<![\p{L}\p{N}])[\dA-Zαβγ]+'*(?:,[\dA-Zαβγ]+'*)+(?=-)/gu;

function withoutStop(body: string): string {
  return body.replace(stop, '').trim();
}

function isQuoted(word: string): boolean {
  return (
    word.length > 2 && pairs.some((pair) => word.startsWith(pair.slice(0, 1)) && word.endsWith(pair.slice(1)))
  );
}

function said({ rule, verb, what, hint }: Doubt, [first, ...others]: readonly WordLine[]): Diagnostic[] {
  if (first === undefined) return [];
  const more =
    others.length === 0
      ? ''
      : `; so ${others.length === 1 ? 'does 1 more line' : `do ${others.length} more lines`}`;
  const example = isQuoted(first.word) ? first.word : `"${first.word}"`;
  return [asWarning({ rule, message: `${example} ${verb} ${what}${more}`, hint }, first.location)];
}
