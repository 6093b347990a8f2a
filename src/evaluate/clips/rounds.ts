import { clipName, type Side } from '../../model/evaluation/clip.js';
import type { JudgedClip, JudgedText } from './judge-clip.js';

/** A clip recognised once without hotwords and once with some. */
export interface Round {
  /** As its manifest calls it. */
  readonly clip: string;
  readonly without: JudgedText;
  readonly given: JudgedText;
}

/**
 * Puts each recognition without hotwords beside one with: the first beside the first, and so on, as with repeats none belongs
 * to another. One that has nothing beside it says nothing of a difference, and is left out of all figures.
 */
export function roundsOf(clips: readonly JudgedClip[], side: Exclude<Side, 'without'>): readonly Round[] {
  return clips.flatMap(({ clip, texts }) =>
    (texts.without ?? []).flatMap((without, repeat) => {
      const given = texts[side]?.[repeat];
      return given === undefined ? [] : [{ clip: clipName(clip), without, given }];
    }),
  );
}
