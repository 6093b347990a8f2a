import {
  bareUrl,
  type Clip,
  type FailedClip,
  type HeardClip,
  type Side,
  sides,
} from '../model/evaluation/clip.js';
import type { HeardTexts } from './hear.js';
import { type HearableClip, type Hearing, timesOf } from './recognitions.js';

/** The clips of one evaluation: those that were heard on every side, and the others. */
export interface SortedClips {
  readonly heard: readonly HeardClip[];
  readonly failed: readonly FailedClip[];
}

/** Gives every clip of a hearing its texts. One that failed on a side is left out of all: a share of it says nothing. */
export function heardClips(hearing: Hearing, result: HeardTexts, endpoint: string): SortedClips {
  const heard: HeardClip[] = [];
  const failed: FailedClip[] = [];
  const from = { hearing, result, endpoint };
  for (const clip of hearing.clips) {
    const failures = sides.flatMap((side) => failureOf(clip, side, from) ?? []);
    failed.push(...failures);
    if (failures.length === 0) heard.push(textsOf(clip, from));
  }
  return { heard, failed };
}

interface From {
  readonly hearing: Hearing;
  readonly result: HeardTexts;
  readonly endpoint: string;
}

function failureOf(clip: HearableClip, side: Side, from: From): FailedClip | null {
  const { texts, failures } = from.result;
  const lacking = timesOf(clip, side, from).find(({ key }) => !texts.has(key));
  if (lacking === undefined) return null;
  const error = failures.get(lacking.key);
  const message = error?.message ?? 'there is no answer';
  const hint = error?.hint ?? null;
  return {
    clip: clip.clip,
    side,
    message: unsigned(message, clip.clip),
    hint: hint && unsigned(hint, clip.clip),
  };
}

/** A server may say what it was given. */
function unsigned(text: string, { url }: Clip): string {
  return url === null ? text : text.replaceAll(url, bareUrl(url));
}

function textsOf(clip: HearableClip, from: From): HeardClip {
  const texts = (side: Side) =>
    timesOf(clip, side, from).flatMap(({ key }) => from.result.texts.get(key) ?? []);
  return {
    clip: clip.clip,
    without: texts('without'),
    with: texts('with'),
    planned: from.hearing.given.has('planned') ? texts('planned') : null,
  };
}
