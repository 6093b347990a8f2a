import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Catalogue } from '../../model/target-models.js';

/** What a rule looks at. */
export interface RuleInput {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

/** One thing a configuration must satisfy. Says everything that breaks it, not only the first. */
export type Rule = (input: RuleInput) => Iterable<Diagnostic>;
