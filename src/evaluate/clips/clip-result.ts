import { type Side, sides } from '../../model/evaluation/clip.js';
import type { ClipResult, ErrorRate } from '../../model/evaluation/evaluation.js';
import { sumRates, textErrors } from '../error-rates.js';
import type { WordForm } from '../words/word-forms.js';
import type { JudgedClip, JudgedText } from './judge-clip.js';
import { markReference, markResult } from './marks.js';

/** A clip with the words that it was judged by. */
export interface Judgement {
  readonly judged: JudgedClip;
  readonly forms: readonly WordForm[];
}

/**
 * Puts together what is shown of a clip. What was heard with today's words, and without, is judged by today's words; what was
 * heard with the planned ones by these.
 */
export function clipResult({ judged, forms }: Judgement, planned: Judgement | null): ClipResult {
  const { clip, texts } = judged;
  const ofPlanned = planned?.judged.texts.planned ?? null;
  return {
    clip,
    reference: markReference(judged, forms),
    without: markAll(texts.without, forms),
    with: markAll(texts.with, forms),
    planned: planned === null || ofPlanned === null ? null : markAll(ofPlanned, planned.forms),
    unstable: sides.filter((side) => isUnstable(sideOf(side))),
    errors: {
      without: errorsOf(texts.without ?? []),
      with: errorsOf(texts.with ?? []),
      planned: ofPlanned === null ? null : errorsOf(ofPlanned),
    },
  };

  function sideOf(side: Side): readonly JudgedText[] {
    return (side === 'planned' ? ofPlanned : texts[side]) ?? [];
  }
}

function markAll(texts: readonly JudgedText[] | null, forms: readonly WordForm[]): ClipResult['with'] {
  return texts?.map((text) => markResult(text, forms)) ?? [];
}

function isUnstable(texts: readonly JudgedText[]): boolean {
  return new Set(texts.map(({ tokens }) => tokens.normal)).size > 1;
}

function errorsOf(texts: readonly JudgedText[]): ErrorRate {
  return sumRates(texts.map(textErrors));
}
