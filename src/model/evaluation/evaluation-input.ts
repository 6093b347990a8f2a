import type { HeardClip } from './clip.js';
import type { EarlierEvaluation } from './earlier.js';
import type { Evaluation, GivenWord } from './evaluation.js';

/** How often a clip may be recognised in one evaluation. */
export const mostRepeats = 10;

/** What an evaluation is made of: who was evaluated, what was said, and what was heard. */
export interface EvaluationInput
  extends Pick<
    Evaluation,
    | 'name'
    | 'consumer'
    | 'model'
    | 'way'
    | 'delivery'
    | 'manifest'
    | 'repeat'
    | 'failed'
    | 'not_planned'
    | 'usage'
  > {
  /** What the consumer is given today: its list as the account holds it, and its instant words. */
  readonly words: readonly GivenWord[];
  /** What YAML asks for; null: it was not tried. */
  readonly planned_words: readonly GivenWord[] | null;
  readonly heard: readonly HeardClip[];
  readonly thresholds: Thresholds;
  /** null: nothing to compare with. */
  readonly earlier: EarlierEvaluation | null;
}

/** What must be reached; null: whatever it is. */
export interface Thresholds {
  /** A share of the occurrences said, 0 to 1. */
  readonly min_recall: number | null;
  /** Words heard where nobody said them, with hotwords, over all repeats. */
  readonly max_false: number | null;
}
