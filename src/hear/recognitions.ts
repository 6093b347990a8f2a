import type { Clip, Side } from '../model/evaluation/clip.js';
import type { Audio, RecognitionTask } from '../model/recognition/recogniser.js';
import { sha256 } from '../model/sha256.js';
import type { Given } from './given.js';

/*
 * What is sent is told by what an answer can depend on: the sound, the model, the hints and the words with the state of
 * their list. Two sides, two clips or two evaluations that agree in all of it share one answer: what is heard without
 * hotwords is paid once, and a list that is missing costs nothing beside that.
 */

/** A clip whose audio was looked at. Its bytes are read when they are sent, and let go after that. */
export interface HearableClip {
  readonly clip: Clip;
  /** Equal where the recordings are: a hash of the content, or the URL. */
  readonly sound: string;
  /** Milliseconds; null: nobody can tell without decoding it. */
  readonly duration_ms: number | null;
  readonly load: () => Promise<Audio>;
}

/** Clips to be recognised, with what is given on each side. */
export interface Hearing {
  readonly model: string;
  readonly language_hints: readonly string[] | null;
  readonly clips: readonly HearableClip[];
  /** How often each clip is recognised. */
  readonly repeat: number;
  readonly given: ReadonlyMap<Side, Pick<Given, 'sent' | 'effect'>>;
}

/** One recognition, which several sides may share. */
export interface Recognition {
  /** Equal where the answer may be. */
  readonly key: string;
  readonly clip: HearableClip;
  readonly task: Omit<RecognitionTask, 'audio'>;
  /** How many answers are wanted. */
  readonly times: number;
}

/** Says by what the answer on one side of a clip is told. @param where whom it is asked: the answers of two are two */
export function keyOf(
  { sound }: Pick<HearableClip, 'sound'>,
  side: Side,
  hearing: Keyed,
  where: string,
): string {
  const { model, language_hints, given } = hearing;
  return sha256(JSON.stringify([where, sound, model, language_hints, given.get(side)?.effect ?? null]));
}

type Keyed = Pick<Hearing, 'model' | 'language_hints' | 'given'>;

/** Lists what has to be recognised, each once, in the order in which it is asked for. */
export function recognitionsOf(hearings: readonly Hearing[], where: string): readonly Recognition[] {
  const found = new Map<string, Recognition>();
  for (const hearing of hearings) {
    for (const clip of hearing.clips) {
      for (const [side, { sent }] of hearing.given) {
        const key = keyOf(clip, side, hearing, where);
        const times = Math.max(hearing.repeat, found.get(key)?.times ?? 0);
        const { model, language_hints } = hearing;
        found.set(key, { key, clip, task: { model, language_hints, words: sent }, times });
      }
    }
  }
  return [...found.values()];
}
