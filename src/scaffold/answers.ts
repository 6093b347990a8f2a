import type { Region } from '../model/catalogue/target-models.js';
import type { CiSystem } from './ci/ci-system.js';

/** What a new configuration is made of. */
export interface Answers {
  /** What people call the account. */
  readonly account: string;
  readonly region: Region;
  readonly namespace: string;
  readonly model: string;
  /** null: the words are elsewhere, and no vocabulary is written. */
  readonly vocabulary: FirstVocabulary | null;
  readonly ci: CiSystem;
}

/** A list has a prefix; words that go with requests have a program that sends them, or they reach nobody. */
export type FirstVocabulary = FirstWords &
  (
    | { readonly delivery: 'list'; readonly prefix: string }
    | { readonly delivery: 'instant'; readonly consumer: string }
  );

interface FirstWords {
  readonly name: string;
  readonly words: readonly string[];
  /** Whether the words only show how words are written. */
  readonly examples: boolean;
}

/** What a program is called until somebody names it. */
export const exampleConsumer = 'my-app';

/** Harmless in a list, and nobody takes them for their own. */
export const exampleWords: readonly string[] = ['hotword', '热词'];
