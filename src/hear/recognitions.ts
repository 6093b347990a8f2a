import { answerKey, type Sound } from '../model/evaluation/answer-key.js';
import type { AnswerPlace } from '../model/evaluation/answers.js';
import { type Clip, clipName, type Side } from '../model/evaluation/clip.js';
import type { Audio, RecognitionTask } from '../model/recognition/recogniser.js';
import { wayOf } from '../model/recognition/ways.js';
import type { Given } from './given.js';

/*
 * What is sent is told by what an answer can depend on: the sound, the model, the hints and the words with the state of
 * their list. Two sides, two clips or two evaluations that agree in all of it share one answer: what is heard without
 * hotwords is paid once, and a list that is missing costs nothing beside that.
 */

/** A clip whose audio was looked at. Its bytes are read when they are sent, and let go after that. */
export interface HearableClip {
  readonly clip: Clip;
  readonly sound: Sound;
  /** What is fetched under its URL; null: it has none. */
  readonly address: string | null;
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
  readonly given: ReadonlyMap<Side, Pick<Given, 'sent' | 'effect' | 'settled'>>;
}

/** One recognition, which several sides may share. */
export interface Recognition {
  /** Equal where the answer may be. */
  readonly key: string;
  /** The key of the first time: what fails then, fails again. */
  readonly first: string;
  readonly clip: HearableClip;
  readonly place: AnswerPlace;
  readonly task: Omit<RecognitionTask, 'audio'>;
  /** Whether its answer is still one to the same question when the list is older. */
  readonly settled: boolean;
}

/** Lists the recognitions of one clip on one side. @param endpoint whom it is asked: the answers of two are two */
export function timesOf(
  clip: HearableClip,
  side: Side,
  { hearing, endpoint }: { readonly hearing: Hearing; readonly endpoint: string },
): readonly Recognition[] {
  const { model, language_hints, repeat: times, given } = hearing;
  const on = given.get(side);
  if (on === undefined) return [];
  const { sent: words, effect, settled } = on;
  const sound = soundFor(clip, model);
  const keyAt = (repeat: number) =>
    answerKey({ endpoint, sound, model, words: effect, language_hints, repeat });
  return Array.from({ length: times }, (_, repeat) => ({
    key: keyAt(repeat),
    first: keyAt(0),
    clip,
    place: { clip: clipName(clip.clip), side, repeat },
    task: { model, language_hints, words },
    settled,
  }));
}

/** A model that takes URLs hears what is there, whatever file lies beside the manifest. */
function soundFor({ sound, address }: HearableClip, model: string): Sound {
  return wayOf(model) === 'file' && address !== null ? { url: address } : sound;
}

/** Lists what has to be recognised, each once, in the order in which it is asked for. */
export function recognitionsOf(hearings: readonly Hearing[], endpoint: string): readonly Recognition[] {
  const all = hearings.flatMap((hearing) =>
    hearing.clips.flatMap((clip) =>
      [...hearing.given.keys()].flatMap((side) => timesOf(clip, side, { hearing, endpoint })),
    ),
  );
  const found = new Map<string, Recognition>();
  for (const one of all) if (!found.has(one.key)) found.set(one.key, one);
  return [...found.values()];
}
