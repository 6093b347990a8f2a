import type { Location } from '../../../model/diagnostic.js';
import type { Advice, Verdict, WordResult } from '../../../model/evaluation/evaluation.js';
import { printable, printableLocation } from '../../../model/text/printable.js';
import { firstOf } from '../../layout.js';
import { none } from './figures.js';

/** What became of a word. */
export interface WordResultView {
  readonly word: string;
  /** `weight 4, zh` */
  readonly detail: string;
  readonly verdict: Verdict;
  /** `no effect` */
  readonly label: string;
  /** How often it was said, over all repeats. */
  readonly said: number;
  /** `0 → 2 of 3`; a dash where it was not said. */
  readonly tally: string;
  /** `intruded 0 → 1`; empty where it never did. */
  readonly intruded: string;
  readonly advice: AdviceView | null;
  /** In which clips it was missed, rescued, lost or intruded: a clause each. */
  readonly clips: readonly string[];
  readonly location: Location | null;
}

export interface AdviceView {
  readonly kind: Advice['kind'];
  /** Beside its word: `raise from 4 to 5`. */
  readonly short: string;
  /** On its own, with its place: `raise "阙里人家" from 4 to 5 in vocab.config.yaml:12`. */
  readonly sentence: string;
}

export const verdictLabels: Readonly<Record<Verdict, string>> = {
  harmful: 'harmful',
  no_effect: 'no effect',
  works: 'works',
  not_needed: 'not needed',
  not_measured: 'not measured',
  not_spoken: 'not spoken',
};

export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  harmful: 'heard where nobody said it, or costs what was heard without',
  no_effect: 'missed with it as without',
  works: 'missed without it, heard with it',
  not_needed: 'heard without it',
  not_measured: 'said only in clips that gave no text',
  not_spoken: 'said in no clip, so untested',
};

/** So many words that nobody says are named; more are only counted. */
const mostNamed = 12;

/** `3 of 6 words: a, b, c`: those that nobody says. null: there are none. */
export function sayUnspoken(words: readonly WordResultView[]): string | null {
  const unspoken = words.filter(({ verdict }) => verdict === 'not_spoken');
  if (unspoken.length === 0) return null;
  const names = unspoken.length > mostNamed ? '' : `: ${unspoken.map(({ word }) => word).join(', ')}`;
  return `${unspoken.length} of ${words.length} words${names}`;
}

export function viewWord(result: WordResult): WordResultView {
  const { word, said, verdict, advice } = result;
  const { weight, lang } = word;
  return {
    word: printable(word.text),
    detail: `weight ${weight}${lang === null ? '' : `, ${printable(lang)}`}`,
    verdict,
    label: verdictLabels[verdict],
    said,
    tally: said === 0 ? none : `${steps(result, 'heard')} of ${said}`,
    intruded: intrusionsOf(result),
    advice: advice === null ? null : viewAdvice(advice, result),
    clips: clauses(result),
    location: printableLocation(word.location),
  };
}

function intrusionsOf(result: WordResult): string {
  const { without, with: given, planned } = result;
  const all = without.intruded + given.intruded + (planned?.intruded ?? 0);
  return all === 0 ? '' : `intruded ${steps(result, 'intruded')}`;
}

/** `0 → 2`, and with what YAML asks for `0 → 2 → 3`. */
function steps({ without, with: given, planned }: WordResult, of: 'heard' | 'intruded'): string {
  const sides = [without, given, ...(planned === null ? [] : [planned])];
  return sides.map((side) => side[of]).join(' → ');
}

function clauses({ clips }: WordResult): string[] {
  const kinds = [
    { did: 'lost in', names: clips.lost },
    { did: 'intruded in', names: clips.intruded },
    { did: 'missed in', names: clips.missed },
    { did: 'rescued in', names: clips.rescued },
  ];
  return kinds.flatMap(({ did, names }) =>
    names.length === 0 ? [] : `${did} ${firstOf(names.map(printable))}`,
  );
}

function viewAdvice(advice: Advice, { word }: WordResult): AdviceView {
  return {
    kind: advice.kind,
    ...instruction(advice, { word: `"${printable(word.text)}"`, where: placeOf(word) }),
  };
}

interface Named {
  readonly word: string;
  /** As a sentence goes on: `in vocab.config.yaml:12`. */
  readonly where: string;
}

function instruction(advice: Advice, { word, where }: Named): Pick<AdviceView, 'short' | 'sentence'> {
  switch (advice.kind) {
    case 'raise_weight':
      return toWeight('raise', advice, { word, where });
    case 'lower_weight':
      return toWeight('lower', advice, { word, where });
    case 'not_given_yet': {
      const { from, to } = advice;
      return {
        short: `was given with ${from}, not ${to}`,
        sentence: `${word} has the weight ${to} ${where}, and recognition was given ${from}: apply it, or publish and deploy it, and measure again`,
      };
    }
    case 'at_the_highest_weight': {
      const way = 'try another spelling, or a language that the hints admit';
      return {
        short: 'is at the highest weight',
        sentence: `${word}, ${where}, is missed at the highest weight, ${advice.weight}: ${way}`,
      };
    }
    case 'language_not_read': {
      const lang = printable(advice.lang);
      return {
        short: `language ${lang} is not read`,
        sentence: `${word}, ${where}, does nothing: recognition reads no hint of ${lang}; add it to the language_hints, correct the word's lang, or leave it out`,
      };
    }
    case 'may_go': {
      const why =
        advice.because === 'heard_without'
          ? 'it is heard without help in every clip that says it'
          : 'it intrudes at the lowest weight that helps';
      return { short: 'may go', sentence: `${word}, ${where}, may go: ${why}` };
    }
    case 'untested': {
      return { short: 'untested', sentence: `record a clip that says ${word}, ${where}, or nobody knows` };
    }
    case 'see_list':
      return {
        short: 'see why nothing has an effect',
        sentence: `see why nothing has an effect: ${word} is not at fault`,
      };
  }
}

function toWeight(
  verb: 'raise' | 'lower',
  { from, to }: { readonly from: number; readonly to: number },
  { word, where }: Named,
): Pick<AdviceView, 'short' | 'sentence'> {
  const step = `from ${from} to ${to}`;
  return { short: `${verb} ${step}`, sentence: `${verb} ${word} ${step} ${where}` };
}

/** `in FILE:12`, or whose it is. */
function placeOf({ vocabulary, location }: WordResult['word']): string {
  const place = printableLocation(location);
  if (place !== null) return `in ${place.file}:${place.line}`;
  if (vocabulary !== null) return `in the vocabulary ${printable(vocabulary)}`;
  return 'which no vocabulary has any more';
}
