import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import type { WordLine } from './word-lines.js';

/*
 * Other recognisers keep a word and its weight on one line. Read as a hotword a line, such a file makes hotwords that
 * nobody ever says, and nothing fails. What cannot be known is whether a number at the end is a weight or a part of a
 * name (iPhone 15), so a file is only doubted as a whole: when nearly all its lines end in a number. What no name ends
 * in, such as `|8`, needs no more than most of them.
 */

interface WeightForm {
  /** Continues "… end in". */
  readonly ending: string;
  /** Whose files look so. */
  readonly whose: string;
  readonly shape: RegExp;
  /** The share of the lines that must have it. */
  readonly share: number;
}

const nearlyAll = 0.9;
const most = 0.6;
const number = '-?\\d+(?:\\.\\d+)?';

/** The first that enough lines have is the one that is named, so the more telling ones come first. */
const forms: readonly WeightForm[] = [
  {
    ending: 'a boost such as :1.5',
    whose: "sherpa-onnx's hotwords file",
    shape: new RegExp(`\\S(?: :${number})(?: #${number})?(?: @\\S+)?$`),
    share: most,
  },
  {
    ending: 'a bar and a number',
    whose: 'a list of word|weight',
    shape: new RegExp(`\\S ?[|｜] ?${number}$`),
    share: most,
  },
  {
    ending: 'a colon and a number',
    whose: 'a list of word: weight',
    shape: new RegExp(`\\S ?[:：=] ?${number}$`),
    share: most,
  },
  {
    ending: 'a comma and a number',
    whose: 'a table without its header',
    shape: new RegExp(`\\S ?[,，;；] ?${number}$`),
    share: most,
  },
  {
    ending: 'a number',
    whose: "FunASR's hotword file, which has weights of 1 to 100",
    shape: new RegExp(`\\S ${number}$`),
    share: nearlyAll,
  },
];

/** The same as the last one, but for what stands between the word and the number. */
const tabbed: WeightForm = {
  ending: 'a tab and a number',
  whose: 'a table of words with weights or frequencies',
  shape: new RegExp(`\\S ${number}$`),
  share: nearlyAll,
};

/** The end of a line is all that tells, and a line may be of any length. */
const longestEnding = 80;

export interface TextWeights {
  readonly diagnostic: Diagnostic;
  /** Says whether a line ends in a weight. */
  readonly has: (line: WordLine) => boolean;
}

/** Finds that the lines of a file end in the weights of another system; null when they do not. */
export function weightsOf(lines: readonly WordLine[]): TextWeights | null {
  const areTabbed =
    lines.length > 0 && lines.filter(({ hasTab }) => hasTab).length >= nearlyAll * lines.length;
  for (const form of areTabbed ? [tabbed] : forms) {
    const weighted = linesWith(form, lines);
    const [first] = weighted;
    if (first === undefined) continue;
    const known = new Set(weighted);
    return {
      diagnostic: looksWeighted(form, first, { weighted: weighted.length, all: lines.length }),
      has: (line) => known.has(line),
    };
  }
  return null;
}

/** The lines that end so; none when too few of them do, which is told long before the last line. */
function linesWith({ shape, share }: WeightForm, lines: readonly WordLine[]): WordLine[] {
  const found: WordLine[] = [];
  const mostOthers = lines.length - share * lines.length;
  for (const [index, line] of lines.entries()) {
    if (shape.test(line.word.slice(-longestEnding))) found.push(line);
    if (index + 1 - found.length > mostOthers) return [];
  }
  return found;
}

interface Counts {
  readonly weighted: number;
  readonly all: number;
}

function looksWeighted(
  { ending, whose, shape }: WeightForm,
  { word, location }: WordLine,
  { weighted, all }: Counts,
): Diagnostic {
  const lines =
    all === 1
      ? 'the line ends'
      : weighted === all
        ? `all ${all} lines end`
        : `${weighted} of ${all} lines end`;
  const draft = {
    rule: 'txt-weights',
    message: `${lines} in ${ending}, like ${whose}; here that is a part of the hotword, such as "${word}"`,
    hint: `name the file .csv, begin it with the line text,weight and write ${csvLine(word, shape)}, with weights of 1 to 5; if the numbers belong to the words, write the words in a .csv with the header text`,
  };
  return asWarning(draft, location);
}

/** The line as it would be in a table. The weight is the recommended one: another scale says nothing about this one. */
function csvLine(word: string, shape: RegExp): string {
  const ending = shape.exec(word)?.[0] ?? '';
  const text = word.slice(0, word.length - ending.length + 1);
  const cell = /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${cell},4`;
}
