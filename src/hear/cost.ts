import type { HearableClip, Recognition } from './recognitions.js';

/** What it takes to hear what is not known yet. */
export interface Cost {
  /** Recognitions to be sent, and answers that are kept from before. */
  readonly sent: number;
  readonly kept: number;
  /** Recordings that are sent. */
  readonly clips: number;
  /** Milliseconds of audio that are sent, as far as they can be told. */
  readonly sent_ms: number;
  /** Recordings that are sent, and of which nobody can tell how long they are. */
  readonly unmeasured: number;
  /** Recognitions to be sent with a list that was updated so recently that they have to be sent once more when it is older. */
  readonly unsettled: number;
}

/** Texts that were heard, by the key of the recognition. */
export type Texts = ReadonlyMap<string, string>;

/** Says what is to be sent, and how much audio that is. */
export function costOf(recognitions: readonly Recognition[], known: Texts): Cost {
  const sent = recognitions.filter(({ key }) => !known.has(key));
  const clips = new Map<string, HearableClip>();
  for (const { clip } of sent) clips.set(JSON.stringify(clip.sound), clip);
  return {
    sent: sent.length,
    kept: recognitions.length - sent.length,
    clips: clips.size,
    sent_ms: sent.reduce((sum, { clip }) => sum + (clip.duration_ms ?? 0), 0),
    unmeasured: [...clips.values()].filter(({ duration_ms }) => duration_ms === null).length,
    unsettled: sent.filter(({ settled }) => !settled).length,
  };
}
