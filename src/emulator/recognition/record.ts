import type { Way } from '../models.js';
import type { Ask } from './hearing/ask.js';
import type { WordOutcome } from './hearing/hear.js';
import type { Idle } from './hearing/idle.js';
import type { AudioKey } from './hearing/recording.js';

/** What one recognition of one audio came to. */
export interface RecognitionRecord {
  /** When it was heard; epoch milliseconds. */
  readonly at: number;
  readonly way: Way;
  readonly model: string;
  readonly audio: AudioKey;
  /** What was heard; empty: nothing. */
  readonly text: string;
  /** Why nothing could be heard, for people; null: the audio is known. */
  readonly problem: string | null;
  readonly vocabulary_id: string | null;
  /** Instant hotwords that came with it. */
  readonly instant: number;
  readonly language_hints: readonly string[];
  readonly phrase_id: string | null;
  /** Why its list as a whole had no effect; null: it had none, or its words count one by one. */
  readonly list_idle: Idle | null;
  /** The words of the recording that hotwords have to do with. */
  readonly words: readonly WordOutcome[];
}

/** What was asked for, as a record has it. */
export function askedOf(
  ask: Ask,
): Omit<RecognitionRecord, 'at' | 'audio' | 'text' | 'problem' | 'list_idle' | 'words'> {
  const { way, model, vocabulary_id, vocabulary, language_hints, phrase_id } = ask;
  return { way, model, vocabulary_id, instant: vocabulary?.size ?? 0, language_hints, phrase_id };
}
