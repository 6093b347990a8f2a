import type { Recognition } from './recognitions.js';

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
}

/** Texts that were heard before, by the key of the recognition. */
export type KnownTexts = ReadonlyMap<string, readonly string[]>;

/** Says what is to be sent, and how much audio that is. */
export function costOf(recognitions: readonly Recognition[], known: KnownTexts): Cost {
  const sounds = new Set<string>();
  const unmeasured = new Set<string>();
  let [sent, kept, sent_ms] = [0, 0, 0];
  for (const { key, clip, times } of recognitions) {
    const has = Math.min(times, known.get(key)?.length ?? 0);
    kept += has;
    if (has === times) continue;
    sent += times - has;
    sounds.add(clip.sound);
    if (clip.duration_ms === null) unmeasured.add(clip.sound);
    else sent_ms += clip.duration_ms * (times - has);
  }
  return { sent, kept, clips: sounds.size, sent_ms, unmeasured: unmeasured.size };
}
