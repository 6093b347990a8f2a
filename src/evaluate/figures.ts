import type { HotwordFigures, Share, SideFigures } from '../model/evaluation/evaluation.js';
import type { JudgedText } from './clips/judge-clip.js';
import { sumRates } from './error-rates.js';
import type { Tally } from './words/tally.js';

/** Adds up what one side comes to, by occurrences: words that are said often weigh more. */
export function figuresOf(texts: readonly JudgedText[]): SideFigures {
  return {
    hotwords: hotwordFigures(texts),
    text: sumRates(texts.map(({ rates }) => rates.text)),
    biased: sumRates(texts.map(({ rates }) => rates.biased)),
    unbiased: sumRates(texts.map(({ rates }) => rates.unbiased)),
  };
}

function hotwordFigures(texts: readonly Pick<JudgedText, 'trial'>[]): HotwordFigures {
  const trials = texts.map(({ trial }) => trial);
  const said = sum(trials.map((trial) => trial.said.length));
  const heard = sum(trials.map((trial) => trial.heard.filter(Boolean).length));
  const intruded = sum(trials.map(({ found }) => found.filter(({ kind }) => kind === 'intruded').length));
  return {
    said,
    heard,
    intruded,
    recall: share(heard, said),
    precision: share(heard, heard + intruded),
    // The harmonic mean of both, in a form that is also there when one of them is not.
    f1: share(2 * heard, said + heard + intruded),
  };
}

/** Says how much was heard with hotwords of all that was missed without, and the other way round. */
export function sharesOf(tallies: readonly Tally[]): { readonly rescued: Share; readonly lost: Share } {
  const heard = sum(tallies.map(({ without }) => without.heard));
  return {
    rescued: {
      of: sum(tallies.map(({ said }) => said)) - heard,
      count: sum(tallies.map(({ rescued }) => rescued)),
    },
    lost: { of: heard, count: sum(tallies.map(({ lost }) => lost)) },
  };
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : count / of;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
