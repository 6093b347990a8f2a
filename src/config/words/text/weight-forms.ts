import type { WeightStyle } from '../../../model/config.js';
import { signName } from '../signs.js';
import {
  areDifferent,
  areFrequencies,
  areOnOneScale,
  areUpTo100,
  type Ending,
  fewestUsual,
  haveAUsualWeight,
  nearlyAll,
} from './weight-endings.js';

/*
 * How others write a word and its weight on one line. What no name ends in, such as `|8`, is told by a single line;
 * what some names end in, by most of the lines; a number alone, which many names end in (iPhone 15), by nearly all.
 */

export interface WeightForm {
  readonly style: WeightStyle;
  /** Continues "… end in". `sign` is what stands before the number of the line that is the example. */
  readonly ending: (sign: string) => string;
  /** Whose files look so. */
  readonly whose: (sign: string) => string;
  readonly shape: RegExp;
  /** What is taken off a line once the file is known to be of this form. Left out: what has the shape. */
  readonly taken?: RegExp;
  /** The same where somebody has said that it is. */
  readonly given?: RegExp;
  /** Is somewhere in whatever has the shape, and soon found to be in no line at all. Left out: nothing is. */
  readonly sign?: RegExp;
  /** Finds the weight at the end of a line, where that is not the last number of it. */
  readonly weight?: RegExp;
  /** The share of the lines that must have it. */
  readonly share: number;
  /** A single line of which is enough. */
  readonly proof?: RegExp;
  /** What must be true of all the lines that have it, when it may be a part of names. */
  readonly areWeights?: (endings: readonly Ending[]) => boolean;
}

const most = 0.6;
const digit = '[\\d０-９]';
const number = `[-－−]?${digit}+(?:[.．]${digit}+)?`;
/** Behind a digit, a colon or a caret belongs to a time, a ratio or a power: 10:30. */
const noDigit = '[^\\s\\d０-９]';
/** The digits at the end of a name: HER2, PD-1, COVID-19. What follows them is no time. */
const nameEnd = '(?<=[A-Za-z][-‐]?[\\d０-９]{0,2})[\\d０-９]';
/** The parts of speech of jieba's dictionary. */
const tag = '(?:n[rstzwg]?|nr[fjt]|v[dngiqx]?|a[dng]?|[bcdefhijklmopqrstuxyz]|eng)';

/** `权重5`, `权重：5` */
const named = `(?:权重|權重|权值|分值) ?[:：=＝]? ?${number}分?`;

const signed = (sign: string) => `${signName(sign)} and a number`;

const aNumber = {
  style: 'number',
  ending: () => 'a number',
  whose: () => "FunASR's hotword file, which has weights of 1 to 100",
  shape: new RegExp(`\\S ${number}$`),
} as const;

/** Where as many lines have one as another, the first is named, so the more telling ones come first. */
export const forms: readonly WeightForm[] = [
  {
    style: 'sherpa',
    sign: /[:#@]/,
    weight: new RegExp(` :(${number})(?= #| ?@|$)`),
    ending: () => 'a boost such as :1.5',
    whose: () => "sherpa-onnx's hotwords file",
    shape: new RegExp(`\\S(?: :${number}(?: #${number})?| #[01]?[.．]${digit}+| (?=@))(?: ?@\\S+)?$`),
    proof: new RegExp(`\\S(?: :${number}(?: #${number})?| #[01]?[.．]${digit}+)(?: @\\S+)?$`),
    share: most,
  },
  {
    style: 'bar',
    sign: /[|｜]/,
    ending: signed,
    whose: () => 'a list of word|weight',
    shape: new RegExp(`\\S ?[|｜] ?${number}$`),
    proof: /./,
    share: most,
  },
  {
    style: 'label',
    sign: /[重值]/,
    weight: new RegExp(`(${number})(?!.*${digit})`),
    ending: () => 'a number that is called a weight',
    whose: () => 'a list in which weights are named',
    shape: new RegExp(`\\S(?: ?[(（\\[【,，;；] ?| )${named} ?[)）\\]】]?$`),
    // Names end so, too: 指标 权重 5.
    proof: new RegExp(
      `(?:[(（\\[【] ?${named} ?[)）\\]】]|(?<=\\p{Script=Han}[ ,，])(?:权重|權重|权值|分值) ?[:：=＝] ?${number}分?)$`,
      'u',
    ),
    share: most,
  },
  {
    style: 'colon',
    sign: /[:：=＝]/,
    ending: signed,
    whose: (sign) => `a list of word${sign === '=' || sign === '＝' ? '=' : ': '}weight`,
    shape: new RegExp(`(?:\\S ?[:：=＝] ${number}|${noDigit} ?[:：=＝]${number})$`),
    taken: new RegExp(`(?:\\S ?[:：=＝] ${number}|(?:${noDigit} ?|${nameEnd})[:：=＝]${number})$`),
    proof: new RegExp(`：[ ]?${number}$`),
    share: most,
  },
  {
    style: 'colon',
    sign: /[:：=＝]/,
    ending: signed,
    whose: () => 'a list of word: weight',
    shape: new RegExp(`${nameEnd}[:：=＝]${number}$`),
    share: most,
    // What stands so behind a letter and digits is a time, a verse or a ratio as well: T2:30.
    areWeights: (endings) =>
      endings.length >= fewestUsual &&
      areDifferent(endings) &&
      endings.every(({ number: weight }) => weight >= 1 && weight <= 5 && Number.isInteger(weight)) &&
      endings.some(({ number: weight }) => weight > 3),
  },
  {
    style: 'comma',
    sign: /[,，;；]/,
    ending: signed,
    whose: () => 'a table without its header',
    // 1,000 is a number.
    shape: new RegExp(`\\S ?(?:(?<!\\d),|,(?!\\d{3}$)|[，;；]) ?${number}$`),
    share: most,
  },
  {
    style: 'caret',
    sign: /\^/,
    ending: signed,
    whose: () => 'a list of word^boost',
    shape: new RegExp(`${noDigit} ?\\^ ?${number}$`),
    share: most,
  },
  {
    style: 'jieba',
    ending: () => 'a number and a part of speech',
    whose: () => "jieba's dictionary, which has frequencies",
    shape: new RegExp(`\\S ${digit}+ ${tag}$`),
    // Either of the two may be left out.
    taken: new RegExp(`\\S ${digit}+(?: ${tag})?$`),
    // A letter of Latin may belong to the word: vitamin c.
    given: new RegExp(`\\S(?: ${digit}+(?: ${tag})?|(?<=[^\\x00-\\x7f]) ${tag})$`),
    weight: new RegExp(` (${digit}+)`),
    share: most,
    areWeights: (endings) => endings.length > 1 && areDifferent(endings),
  },
  {
    ...aNumber,
    whose: () => 'a dictionary with frequencies',
    share: nearlyAll,
    areWeights: (endings) => areDifferent(endings) && areFrequencies(endings),
  },
  {
    ...aNumber,
    share: nearlyAll,
    areWeights: (endings) => endings.length > 1 && areDifferent(endings) && areUpTo100(endings),
  },
  {
    ...aNumber,
    share: most,
    areWeights: (endings) => haveAUsualWeight(endings) && areOnOneScale(endings),
  },
];

/** What names end in as often as words with weights do, Fe(3), 高等数学（1）, 教室#3: somebody has to say which it is. */
export const givenForms: readonly WeightForm[] = [
  {
    style: 'bracket',
    weight: new RegExp(`(${number})分?(?=[)）\\]】]$)`),
    ending: () => 'a number in brackets',
    whose: () => 'a list of word (weight)',
    shape: new RegExp(`\\S ?[(（\\[【]${number}分?[)）\\]】]$`),
    share: most,
  },
  {
    style: 'sign',
    weight: new RegExp(`(${number})分?$`),
    ending: () => 'a sign and a number',
    whose: () => 'a list of word*weight',
    shape: new RegExp(`\\S(?: ?[*＊×~～#] ?${number}| [xX]${number}| ?[:：] ?${number}(?=分))分?$`),
    share: most,
  },
];

/** The same as those with a number, but for what stands between the word and that. */
export const tabbed: WeightForm = {
  style: 'tab',
  ending: () => 'a tab and a number',
  whose: () => 'a table of words with weights or frequencies',
  shape: new RegExp(`\\S ${number}(?: ${tag})?$`),
  share: nearlyAll,
};
