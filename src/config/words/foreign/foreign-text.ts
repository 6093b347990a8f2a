import type { ForeignWord } from '../../../model/config.js';
import type { WordReading } from '../../reading.js';
import { mostEntries, reportTooMany } from '../../text/too-many.js';
import { mayBeHeader } from '../header-meanings.js';
import { columnsInText, partRows } from '../text/columns-in-text.js';
import { doubtsAbout } from '../text/text-doubts.js';
import { headerOf } from '../text/text-header.js';
import { weightsOf } from '../text/text-weights.js';
import { areDifferent } from '../text/weight-endings.js';
import { forms, givenForms, type WeightForm } from '../text/weight-forms.js';
import { endingOf, longestEnding, takeApart } from '../text/weighted-word.js';
import { type WordLine, wordLinesOf } from '../text/word-lines.js';
import { countMarked } from './without-markers.js';

/** What was read of lines, and how they were understood. */
export interface ForeignLines {
  readonly words: readonly ForeignWord[];
  readonly remarks: readonly string[];
}

/**
 * How the lines of a text shall be taken: `found` looks how they carry weights, `words` takes each as a word whatever it
 * ends in, a form is that form, also where too few lines have it to be sure.
 */
export type Taken = 'found' | 'words' | WeightForm;

/** The form that somebody has named: of those with a number, FunASR's, which come behind the dictionaries. */
export function formOf(style: WeightForm['style']): WeightForm | undefined {
  const all = [...forms, ...givenForms].filter((one) => one.style === style);
  const form = style === 'number' ? all.at(-1) : all[0];
  return form?.given === undefined ? form : { ...form, taken: form.given };
}

/** A word a line, with a weight where the lines have any. */
export function parseForeignText(asked: Taken, context: WordReading): ForeignLines {
  const { source, foreign } = context;
  const all = wordLinesOf(source);
  const surplus = all[mostEntries];
  if (surplus !== undefined) {
    reportTooMany(source.lineStarts[surplus.location.line - 1] ?? 0, context);
    return { words: [], remarks: [] };
  }
  const { lines, remarks } = tidied(all);
  const form =
    typeof asked === 'object' ? asked : asked === 'words' ? null : (weightsOf(lines)?.form ?? null);
  if (form !== null) foreign?.onForm(form);
  const taken = form?.taken ?? form?.shape;
  const hasWeight = (line: WordLine) => taken?.test(line.word.slice(-80)) ?? false;
  const { rows, words: rest } = partRows(lines, hasWeight);
  for (const row of rows) context.report(columnsInText(row));
  for (const doubt of doubtsAbout(rest, hasWeight)) context.report(doubt);
  const words = rest.flatMap((line) => wordsOf(line, form));
  const said =
    form !== null
      ? [...saidOfForm(form, lines, words), ...saidOfOthers(words)]
      : asked === 'found'
        ? saidOfNumbers(rest)
        : [];
  return { words, remarks: [...remarks, ...said] };
}

/** That weights were taken out of the words, and of how many. */
export function saidOfWeights(form: WeightForm, words: readonly ForeignWord[]): string {
  const weighted = words.filter(({ weight }) => weight !== null).length;
  return `${weighted} of ${words.length} words were read with a weight behind them, as in ${form.whose('')}`;
}

/** How the lines were taken apart, and what of them has no place here. */
function saidOfForm(
  form: WeightForm,
  lines: readonly WordLine[],
  words: readonly ForeignWord[],
): readonly string[] {
  const said = saidOfWeights(form, words);
  if (form.style !== 'sherpa') return [said];
  const tokens = lines.filter(
    ({ word }) => word.includes('▁') || /\p{Script=Han} \p{Script=Han} /u.test(word),
  );
  const joined = tokens.length === 0 ? [] : [`the tokens of ${linesOf(tokens.length)} were joined to words`];
  const others = lines.filter(({ word }) => / (?:#[\d.]+|@\S+)/.test(word)).length;
  if (others === 0) return [said, ...joined];
  return [
    said,
    ...joined,
    `thresholds (#) and names (@) of ${linesOf(others)} have no place in a list, and are left out`,
  ];
}

/** Where each writes weights as they like, some of them stay in the words. */
function saidOfOthers(words: readonly ForeignWord[]): readonly string[] {
  const others = words.filter(({ text, weight }) => weight === null && otherEnding.test(text));
  const [first] = others;
  if (first === undefined) return [];
  const end = others.length === 1 ? '1 other ends' : `${others.length} others end`;
  return [
    `${end} in a number that stands there in another way, such as "${first.text}", and stayed as it is`,
  ];
}

const otherEnding = /(?:[\s(（[【*×~#]|(?<=\p{Script=Han})[-－])\d{1,3}[)）\]】]?$/u;

/** What some lines end in may be weights that were only written where they matter. */
function saidOfNumbers(lines: readonly WordLine[]): readonly string[] {
  const found = (
    [
      ['colon', 'colon'],
      ['number', 'funasr'],
      ['bracket', 'bracket'],
      ['sign', 'sign'],
    ] as const
  ).flatMap(([style, from]) => {
    const form = formOf(style);
    const ending =
      form === undefined ? [] : lines.filter(({ word }) => form.shape.test(word.slice(-longestEnding)));
    const isSeries = form === undefined || !areDifferent(ending.map(({ body }) => endingOf(body, form)));
    const [first] = ending;
    if (form === undefined || first === undefined || ending.length < fewestWeighted || isSeries) return [];
    // To FunASR, a 5 is a 5 of 100.
    const isOurs = from === 'funasr' && ending.every(({ body }) => endingOf(body, form).number <= 5);
    const flags = isOurs ? `--from ${from} --weights keep` : `--from ${from}`;
    return [
      `${linesOf(ending.length)} of ${lines.length} end in a number, such as "${first.word}", which was taken for a part of the word; to have it as a weight, take back what this run has written and run it again with \`${flags}\``,
    ];
  });
  return found.slice(0, 1);
}

const fewestWeighted = 2;

function linesOf(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

/** Without a header, and without the bullets and quotes that nearly all lines have: they were for the eye. */
function tidied(all: readonly WordLine[]): { lines: readonly WordLine[]; remarks: readonly string[] } {
  const header = headerOf(all);
  const body = (header === null ? all : all.slice(1)).map(withoutLastSeparator);
  const remarks =
    header === null ? saidOfFirst(all) : [`the first line, "${header.word}", is a header and no word`];
  const marked = countMarked(
    body.map(({ word }) => word),
    body.map((line) => line.body),
  );
  if (marked > 0) remarks.push(`the bullets or numbers in front of ${linesOf(marked)} were taken off`);
  const lines = marked > 0 ? body.map((line) => ({ ...line, word: line.body })) : body;
  const unquoted = lines.map(withoutQuotes);
  if (lines.length < 2 || unquoted.includes(null)) return { lines, remarks };
  remarks.push(`the quotes around all ${lines.length} lines were taken off`);
  return { lines: unquoted.filter((line) => line !== null), remarks };
}

/** What may be a header is a word as well, to a form that is filled by speech. */
export function saidOfFirst([first, ...others]: readonly Pick<WordLine, 'word'>[]): string[] {
  if (
    first === undefined ||
    !mayBeHeader(
      first.word,
      others.map(({ word }) => word),
    )
  )
    return [];
  return [
    `the first line, "${first.word}", looks like a header, and was taken for a word; delete it where it is none`,
  ];
}

function withoutLastSeparator(line: WordLine): WordLine {
  const word = line.word.replace(lastSeparator, '');
  return word === line.word ? line : { ...line, word, body: line.body.replace(lastSeparator, '') };
}

const quoted = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|'([^']+)'|‘([^’]+)’|『([^』]+)』|`([^`]+)`|«([^»]+)»)$/u;

function withoutQuotes(line: WordLine): WordLine | null {
  const inner = quoted
    .exec(line.word)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
  return inner === undefined || inner === '' ? null : { ...line, word: inner, body: inner };
}

/** What stands behind the last word of a list on one line. */
const lastSeparator = /(?<=[|｜] ?[\d０-９]{1,9}) ?[,，;；、]$/;

function wordsOf(line: WordLine, form: WeightForm | null): ForeignWord[] {
  const parts = form?.style === 'bar' ? severalIn(line.word) : null;
  return (parts ?? [line.word]).map((part) => {
    const { text, weight } = form === null ? { text: part, weight: null } : takeApart(part, form);
    const word = form?.style === 'sherpa' ? joinTokens(text) : text;
    return {
      text: word,
      weight,
      lang: null,
      extra: null,
      note: null,
      expires: null,
      location: line.location,
    };
  });
}

/**
 * Older sherpa-onnx files have the tokens of a model in the place of words, with ▁ where a word begins: `▁HE LL O`, and
 * a space between characters that are written without one.
 */
function joinTokens(text: string): string {
  if (text.includes('▁')) return text.replaceAll(' ', '').replaceAll('▁', ' ').trim();
  return /^\p{Script=Han}(?: \p{Script=Han})+$/u.test(text) ? text.replaceAll(' ', '') : text;
}

/** A whole list on one line, as an API takes it: `腾讯|8,语音|10`. */
function severalIn(line: string): string[] | null {
  const parts = line.split(/[,，;；、]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /\S ?[|｜] ?[\d０-９]+$/.test(part)) ? parts : null;
}
