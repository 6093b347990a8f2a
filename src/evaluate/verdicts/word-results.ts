import type { Verdict, WordResult } from '../../model/evaluation/evaluation.js';
import { compareText } from '../../model/text/compare.js';
import type { Tally } from '../words/tally.js';
import type { WordForm } from '../words/word-forms.js';
import { advise } from './advice.js';
import { verdictOf } from './verdict.js';

/** Words that were given on one side, and what became of them: with `given` on that side. Beside each other. */
export interface TalliedWords {
  readonly forms: readonly WordForm[];
  readonly tallies: readonly Tally[];
}

/** The words that YAML asks for, on the side that has them, and what today's hotwords make of them. */
export interface PlannedWords extends TalliedWords {
  readonly today: readonly Tally[];
}

/** Worst first. */
const order: readonly Verdict[] = [
  'harmful',
  'no_effect',
  'works',
  'not_needed',
  'not_measured',
  'not_spoken',
];

type Surroundings = Parameters<typeof advise>[1] & {
  /** Whether nothing was heard of any clip. */
  readonly isNothingHeard: boolean;
  /** Whether a clip that failed says a word. */
  readonly isInFailed: (form: WordForm) => boolean;
};

/**
 * Judges every word, of today's list and of the planned one. A word is judged by the side that it was given on, and by
 * today's where it was on both; so what is said of today's list does not change when a plan is tried beside it.
 */
export function judgeWords(
  today: TalliedWords,
  planned: PlannedWords | null,
  surroundings: Surroundings,
): readonly WordResult[] {
  const judged = [...ofToday(today, planned, surroundings), ...onlyPlanned(today, planned, surroundings)];
  return judged.sort(worstFirst).map(({ result }) => result);
}

interface Judged {
  readonly result: WordResult;
  /** How often it went wrong on the side that it is judged by. */
  readonly wrong: number;
}

function ofToday(today: TalliedWords, planned: PlannedWords | null, surroundings: Surroundings): Judged[] {
  const tried = new Map(planned?.forms.map(({ normal }, index) => [normal, planned.tallies[index]?.given]));
  return beside(today).map(([form, tally]) =>
    judge([form, tally], { with: tally.given, planned: tried.get(form.normal) ?? null }, surroundings),
  );
}

/** Whether the list has an effect says nothing of words that it does not have. */
function onlyPlanned(
  today: TalliedWords,
  planned: PlannedWords | null,
  surroundings: Surroundings,
): Judged[] {
  if (planned === null) return [];
  const known = new Set(today.forms.map(({ normal }) => normal));
  return beside(planned).flatMap(([form, tally], index) => {
    if (known.has(form.normal)) return [];
    const sides = { with: planned.today[index]?.given ?? tally.given, planned: tally.given };
    return [judge([form, tally], sides, { ...surroundings, hasNoEffect: false })];
  });
}

function beside({ forms, tallies }: TalliedWords): readonly (readonly [WordForm, Tally])[] {
  return forms.flatMap((form, index) => {
    const tally = tallies[index];
    return tally === undefined ? [] : [[form, tally] as const];
  });
}

function judge(
  [form, tally]: readonly [WordForm, Tally],
  sides: Pick<WordResult, 'with' | 'planned'>,
  surroundings: Surroundings,
): Judged {
  const { word } = form;
  const verdict = measured(verdictOf(tally), form, surroundings);
  const { given, brought, ...counted } = tally;
  const advice = advise({ ...tally, word, verdict }, surroundings);
  return {
    result: { word, ...counted, ...sides, verdict, advice },
    wrong: tally.said - given.heard + brought,
  };
}

/** What was said in nothing but clips that gave no text was spoken, and nobody knows what became of it. */
function measured(verdict: Verdict, form: WordForm, { isNothingHeard, isInFailed }: Surroundings): Verdict {
  const isOpen = verdict === 'not_spoken' ? isInFailed(form) : verdict === 'no_effect' && isNothingHeard;
  return isOpen ? 'not_measured' : verdict;
}

function worstFirst(left: Judged, right: Judged): number {
  return (
    order.indexOf(left.result.verdict) - order.indexOf(right.result.verdict) ||
    right.wrong - left.wrong ||
    right.result.said - left.result.said ||
    compareText(left.result.word.text, right.result.word.text)
  );
}
