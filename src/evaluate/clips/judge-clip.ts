import type { Clip, Side } from '../../model/evaluation/clip.js';
import { type ErrorRates, errorRates } from '../error-rates.js';
import type { Finder, Occurrence } from '../words/find-words.js';
import { hearWords, type Trial } from '../words/hear-words.js';
import type { AlignedClip, AlignedText } from './align-clip.js';

/** One recognition, judged by some words. */
export interface JudgedText extends AlignedText {
  readonly trial: Trial;
  readonly rates: ErrorRates;
}

/** A clip, judged by some words. */
export interface JudgedClip extends Omit<AlignedClip, 'texts'> {
  readonly clip: Clip;
  readonly said: readonly Occurrence[];
  readonly texts: Readonly<Record<Side, readonly JudgedText[] | null>>;
}

/** Looks for words in a clip's reference and in all that was heard of it. */
export function judgeClip({ clip, reference, texts }: AlignedClip, find: Finder): JudgedClip {
  const said = find(reference.units);
  const judge = (text: AlignedText): JudgedText => {
    const trial = hearWords(said, find(text.tokens.units), text);
    return { ...text, trial, rates: errorRates(trial, text) };
  };
  return {
    clip,
    reference,
    said,
    texts: {
      without: texts.without?.map(judge) ?? null,
      with: texts.with?.map(judge) ?? null,
      planned: texts.planned?.map(judge) ?? null,
    },
  };
}
