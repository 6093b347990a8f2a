import { type FailedClip, type HeardClip, type Side, sides } from '../model/evaluation/clip.js';
import type { HeardTexts } from './hear.js';
import { type HearableClip, type Hearing, keyOf } from './recognitions.js';

/** The clips of one evaluation: those that were heard on every side, and the others. */
export interface SortedClips {
  readonly heard: readonly HeardClip[];
  readonly failed: readonly FailedClip[];
}

/** Gives every clip of a hearing its texts. One that failed on a side is left out of both: a share of it says nothing. */
export function heardClips(hearing: Hearing, result: HeardTexts, where: string): SortedClips {
  const heard: HeardClip[] = [];
  const failed: FailedClip[] = [];
  for (const clip of hearing.clips) {
    const failures = sides.flatMap((side) => failureOf(clip, side, hearing, { result, where }) ?? []);
    if (failures.length > 0) failed.push(...failures);
    else heard.push(textsOf(clip, hearing, { result, where }));
  }
  return { heard, failed };
}

interface Found {
  readonly result: HeardTexts;
  readonly where: string;
}

function failureOf(
  clip: HearableClip,
  side: Side,
  hearing: Hearing,
  { result, where }: Found,
): FailedClip | null {
  if (!hearing.given.has(side)) return null;
  const key = keyOf(clip, side, hearing, where);
  const texts = result.texts.get(key) ?? [];
  if (texts.length >= hearing.repeat) return null;
  const error = result.failures.get(key);
  const message = error?.message ?? 'there is no answer';
  return { clip: clip.clip, side, message, hint: error?.hint ?? null };
}

function textsOf(clip: HearableClip, hearing: Hearing, { result, where }: Found): HeardClip {
  const texts = (side: Side) =>
    (result.texts.get(keyOf(clip, side, hearing, where)) ?? []).slice(0, hearing.repeat);
  return {
    clip: clip.clip,
    without: texts('without'),
    with: texts('with'),
    planned: hearing.given.has('planned') ? texts('planned') : null,
  };
}
