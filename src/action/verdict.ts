import { exitCodes } from '../cli/exit-code.js';
import type { Configurations } from './configurations.js';
import type { Inputs } from './inputs.js';
import { codeOf, isUnapproved, type Outcome } from './outcome.js';
import { stopMessage } from './stopped-apply.js';

interface Ending {
  readonly inputs: Inputs;
  readonly outcome: Outcome;
  /** Whether what there was to say reached those it is for. */
  readonly told: boolean;
}

/** The exit code of the step: that of the command, but changes that were asked about are no failure. */
export function verdict({ inputs, outcome, told }: Ending): number {
  const { exitCode } = outcome;
  switch (inputs.command) {
    case 'plan':
    case 'diff':
      return exitCode === exitCodes.changes ? exitCodes.done : exitCode;
    case 'drift':
      // Drift must show somewhere: where the issue cannot be had, it fails the step.
      return exitCode === exitCodes.changes && told && !inputs.failOnDrift ? exitCodes.done : exitCode;
    case 'apply':
      return codeOf(outcome);
    case 'validate':
    case 'eval':
      return exitCode;
  }
}

/** Why an apply failed, for the page of the run; its report is in the summary. null when it did not. */
export function failureOf(
  { command }: Inputs,
  { combined }: Configurations,
  outcome: Outcome,
): string | null {
  const { exitCode, parts } = outcome;
  if (command !== 'apply' || exitCode === exitCodes.done) return null;
  const stopped = combined ? stopMessage(outcome) : null;
  if (stopped !== null) return stopped;
  const [unapproved] = parts.filter(isUnapproved);
  if (unapproved !== undefined) {
    return `nothing was applied, because nobody has reviewed it: ${unapproved.approval.missing}\nreview the plan in the summary of this run, then run the workflow by hand with its digest`;
  }
  return `apply ended with exit code ${exitCode}; the summary of this run says why`;
}
