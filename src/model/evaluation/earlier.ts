/** What an earlier evaluation heard with the words, clip by clip, as far as a comparison needs it. */
export interface EarlierEvaluation {
  /** The file that it was read from. */
  readonly file: string;
  readonly clips: readonly EarlierClip[];
}

export interface EarlierClip {
  /** As its manifest had it. */
  readonly name: string;
  readonly text: string;
  /** By word: how often it was said and heard in this clip, over all repeats. */
  readonly words: ReadonlyMap<string, { readonly said: number; readonly heard: number }>;
  readonly repeat: number;
}

/** An earlier evaluation, and by what the one of today is known as the same. */
export interface NamedEarlier extends EarlierEvaluation {
  /** As the configuration called it; null: it came from flags. */
  readonly name: string | null;
  readonly consumer: string;
  readonly model: string;
}
