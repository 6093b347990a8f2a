import { joinTexts } from '../join-texts.js';

/** A sentence as far as it was heard. */
export interface Sentence {
  /** null: the server numbers none. */
  readonly id: string | null;
  readonly text: string;
  /** Whether it will not change any more. */
  readonly ended: boolean;
}

/** What was heard so far. */
export interface Transcript {
  /** Puts it in the place of what was heard of the same sentence before. */
  take(sentence: Sentence): void;
  text(): string;
}

/** A sentence without a number is the one that is being spoken; the next one begins when it has ended. */
export function createTranscript(): Transcript {
  const sentences = new Map<string, string>();
  let spoken = 0;
  return {
    take({ id, text, ended }) {
      sentences.set(id === null ? `spoken ${spoken}` : `numbered ${id}`, text);
      if (ended) spoken += 1;
    },
    text: () => joinTexts([...sentences.values()]),
  };
}
