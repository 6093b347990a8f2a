import type { ExitCode } from '../cli/exit-code.js';
import { exitCodes } from '../cli/exit-code.js';
import type { Approval } from './approval.js';
import type { Ended, ReportFile } from './run-command.js';

/** What became of one configuration. */
export interface Part extends Ended, ReportFile {
  /** As the repository calls it. */
  readonly file: string;
  readonly approval: Approval;
}

/** What became of the step. */
export interface Outcome {
  /** The worst of all configurations. */
  readonly exitCode: ExitCode;
  /** Markdown: the report, or why there is none. It begins with the marker of its command. */
  readonly report: string;
  /** The file with the report for programs, of several evaluations one a line; null when there is none. */
  readonly json: string | null;
  /** In the order in which they were run. */
  readonly parts: readonly Part[];
  /** The configurations that an apply has not come to, because one before them has stopped it. */
  readonly untried: readonly string[];
}

/** The account is not as reviewed because nothing was: to the program that is a plan other than the expected one. */
export function isUnapproved({ approval, exitCode }: Part): boolean {
  return approval.missing !== null && exitCode === exitCodes.stale;
}

/** What the step ends with: an apply that nobody has reviewed is held back, and stale only to the program. */
export function codeOf({ exitCode, parts }: Pick<Outcome, 'exitCode' | 'parts'>): ExitCode {
  return parts.some(isUnapproved) ? exitCodes.blocked : exitCode;
}
