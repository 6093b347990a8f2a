import type { Side } from '../../model/evaluation/clip.js';
import type { Recognised } from '../../model/recognition/recogniser.js';

/** Which answer is meant, for people. */
export interface AnswerPlace {
  /** As the manifest has it. */
  readonly clip: string;
  readonly side: Side;
  /** 0 for the first time. */
  readonly repeat: number;
}

/** Where what recognition has answered is kept, by the keys of `answerKey`. */
export interface Answers {
  /** null: it has to be asked. */
  get(key: string, place: AnswerPlace): Promise<Recognised | null>;
  put(key: string, place: AnswerPlace, answer: Recognised): Promise<void>;
}
