import { exitCodes } from '../cli/exit-code.js';
import type { Approval } from './approval.js';
import type { Inputs } from './inputs.js';
import type { Outcome } from './run-command.js';

interface Ending {
  readonly inputs: Inputs;
  readonly approval: Approval;
  readonly outcome: Outcome;
  /** Whether what there was to say reached those it is for. */
  readonly told: boolean;
}

/** The exit code of the step: that of the command, but changes that were asked about are no failure. */
export function verdict({ inputs, approval, outcome, told }: Ending): number {
  const { exitCode } = outcome;
  switch (inputs.command) {
    case 'plan':
    case 'diff':
      return exitCode === exitCodes.changes ? exitCodes.done : exitCode;
    case 'drift':
      // Drift must show somewhere: where the issue cannot be had, it fails the step.
      return exitCode === exitCodes.changes && told && !inputs.failOnDrift ? exitCodes.done : exitCode;
    case 'apply':
      return isUnapproved(approval, outcome) ? exitCodes.blocked : exitCode;
    case 'validate':
      return exitCode;
  }
}

/** Why an apply failed, for the page of the run; its report is in the summary. null when it did not. */
export function failureOf({ command }: Inputs, approval: Approval, outcome: Outcome): string | null {
  if (command !== 'apply' || outcome.exitCode === exitCodes.done) return null;
  if (isUnapproved(approval, outcome)) {
    return `nothing was applied, because nobody has reviewed it: ${approval.missing}\nreview the plan in the summary of this run, then run the workflow by hand with its digest`;
  }
  return `apply ended with exit code ${outcome.exitCode}; the summary of this run says why`;
}

/** The account is not as reviewed because nothing was: to the program that is a plan other than the expected one. */
function isUnapproved({ missing }: Approval, { exitCode }: Outcome): boolean {
  return missing !== null && exitCode === exitCodes.stale;
}
