import type { Side } from '../model/evaluation/clip.js';
import type { Evaluation, GivenWord, SideFigures } from '../model/evaluation/evaluation.js';
import type { EvaluationInput } from '../model/evaluation/evaluation-input.js';
import { type AlignedClip, alignClip } from './clips/align-clip.js';
import { clipResult, type Judgement } from './clips/clip-result.js';
import { type JudgedClip, judgeClip } from './clips/judge-clip.js';
import { type Round, roundsOf } from './clips/rounds.js';
import { findNoEffect } from './effect/no-effect.js';
import { figuresOf, sharesOf } from './figures.js';
import { compareWithEarlier } from './regressions.js';
import { type Tokens, tokenise, unitOf } from './text/tokens.js';
import { checkThresholds } from './thresholds.js';
import { judgeWords, type PlannedWords, type TalliedWords } from './verdicts/word-results.js';
import { createFinder } from './words/find-words.js';
import { tallyWords } from './words/tally.js';
import { formsOf, type WordForm } from './words/word-forms.js';

/**
 * Says what became of hotwords in clips, from what was heard with and without them. Figures of today's side are of today's
 * words, those of the planned side of the planned words: a plan that is tried beside it changes no figure of today.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const { words, planned_words, heard, thresholds, earlier, ...facts } = input;
  const aligned = heard.map(alignClip);
  const today = judgeSide(aligned, words, 'with');
  const planned = planned_words === null ? null : judgePlanned(aligned, planned_words);
  const { rescued, lost } = sharesOf(today.tallies);
  const given = { delivery: facts.delivery, words };
  const nothing_heard = isNothingHeard(aligned);
  const no_effect = nothing_heard ? null : findNoEffect(rescued, today.rounds, given);
  const failed = facts.failed.map(({ clip }) => tokenise(clip.text));
  const references = aligned.map(({ reference }) => reference);
  const surroundings = {
    delivery: facts.delivery,
    hasNoEffect: no_effect !== null,
    isNothingHeard: nothing_heard,
    isInFailed: (form: WordForm) => isSaidIn(failed, form),
  };
  const withFigures = figuresOf(today.rounds.map((round) => round.given));
  return {
    ...facts,
    unit: unitOf([...references, ...failed]),
    without: figuresOf(today.rounds.map((round) => round.without)),
    with: withFigures,
    planned: planned === null ? null : plannedFigures(planned),
    rescued,
    lost,
    words: judgeWords(today, planned, surroundings),
    clips: today.clips.map((judged, index) =>
      clipResult({ judged, forms: today.forms }, planned === null ? null : judgementOf(planned, index)),
    ),
    nothing_heard,
    no_effect,
    thresholds: checkThresholds(thresholds, withFigures, { isMeasured: today.rounds.length > 0 }),
    baseline: earlier === null ? null : compareWithEarlier(earlier, aligned),
  };
}

/** All clips judged by the words of one side. */
interface JudgedSide extends TalliedWords {
  readonly clips: readonly JudgedClip[];
  readonly rounds: readonly Round[];
}

function judgeSide(
  aligned: readonly AlignedClip[],
  words: readonly GivenWord[],
  side: Exclude<Side, 'without'>,
): JudgedSide {
  const forms = formsOf(words);
  const find = createFinder(forms.map(({ units }) => units));
  const clips = aligned.map((clip) => judgeClip(clip, find));
  const rounds = roundsOf(clips, side);
  return { forms, clips, rounds, tallies: tallyWords(forms.length, rounds) };
}

function judgePlanned(
  aligned: readonly AlignedClip[],
  words: readonly GivenWord[],
): JudgedSide & PlannedWords {
  const planned = judgeSide(aligned, words, 'planned');
  return { ...planned, today: tallyWords(planned.forms.length, roundsOf(planned.clips, 'with')) };
}

/** What nothing was heard of at all says nothing of hotwords. */
function isNothingHeard(clips: readonly AlignedClip[]): boolean {
  return clips.some(({ reference }) => reference.units.length > 0) && clips.every(isSilent);
}

function isSilent({ texts }: AlignedClip): boolean {
  const all = Object.values(texts).flatMap((side) => side ?? []);
  return all.every(({ tokens }) => tokens.units.length === 0);
}

function isSaidIn(references: readonly Tokens[], { units }: WordForm): boolean {
  const find = createFinder([units]);
  return references.some((reference) => find(reference.units).length > 0);
}

function plannedFigures({ rounds }: JudgedSide): SideFigures {
  return figuresOf(rounds.map(({ given }) => given));
}

function judgementOf({ clips, forms }: JudgedSide, index: number): Judgement | null {
  const judged = clips[index];
  return judged === undefined ? null : { judged, forms };
}
