import type { Catalogue } from '../../model/catalogue/target-models.js';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';

/** What a rule looks at. */
export interface RuleInput {
  readonly config: Config;
  readonly catalogue: Catalogue;
  /** Today, in epoch milliseconds. It decides what is worth a word, and never whether something is wrong. */
  readonly now: number;
  /** How the words are read that may sound alike; null: nobody can say, and nothing is said of it. */
  readonly readings: ReadonlyMap<string, string> | null;
}

/** One thing a configuration must satisfy. Says everything that breaks it, not only the first. */
export type Rule = (input: RuleInput) => Iterable<Diagnostic>;
