import type { Config } from '../../model/config.js';
import type { Diagnostic, Location, Severity } from '../../model/diagnostic.js';
import type { Catalogue } from '../../model/target-models.js';
import { withoutKeys } from './secret.js';

/** What a rule looks at. */
export interface RuleInput {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

/** One thing a configuration must satisfy. Says everything that breaks it, not only the first. */
export type Rule = (input: RuleInput) => Iterable<Diagnostic>;

interface Finding {
  readonly rule: string;
  readonly location: Location;
  readonly message: string;
  readonly hint: string;
  readonly related?: Location;
}

export const error = (finding: Finding): Diagnostic => diagnostic('error', finding);
export const warning = (finding: Finding): Diagnostic => diagnostic('warning', finding);
export const info = (finding: Finding): Diagnostic => diagnostic('info', finding);

/** A message quotes what is wrong, and that may be a word of a megabyte. */
const longestMessage = 500;

function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

function diagnostic(severity: Severity, { message, hint, related, ...finding }: Finding): Diagnostic {
  return {
    severity,
    ...finding,
    message: shortened(withoutKeys(message)),
    hint: withoutKeys(hint),
    related: related ?? null,
  };
}
