import type { Severity } from '../../../src/model/diagnostic.js';
import type { Files } from '../validate.js';

/** A repository in which one thing is wrong, and everything that must be said about it. */
export interface Broken {
  readonly rule: string;
  readonly severity: Severity;
  readonly files: Files;
  readonly message: string;
  /** What the hint must contain. */
  readonly hint: string;
}
