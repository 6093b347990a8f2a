import { exitCodes } from '../cli/exit-code.js';
import type { ActionCommand } from './inputs.js';
import type { Outcome } from './run-command.js';
import type { StepOutputs } from './runner-files.js';

/** An output without an answer is empty, as one that was never set. */
export function outputsOf(command: ActionCommand, outcome: Outcome): StepOutputs {
  const { exitCode, json } = outcome;
  return {
    'exit-code': String(exitCode),
    'has-changes': String(hasChanges(command, outcome) ?? ''),
    digest: approvable(command, outcome) ?? '',
    'plan-json': json ?? '',
  };
}

/** Not the same as the exit code: that is 2 also where a list is only not `OK` yet, and 4 where changes are blocked. */
function hasChanges(command: ActionCommand, { exitCode, document }: Outcome): boolean | undefined {
  const { summary, drift } = document ?? {};
  switch (command) {
    case 'plan':
      return summary && summary.create + summary.update + summary.delete > 0;
    case 'diff':
      return document === null ? undefined : exitCode === exitCodes.changes;
    case 'drift':
      return drift && drift.length > 0;
    case 'validate':
    case 'apply':
      return undefined;
  }
}

/** Finds what may be approved: the JSON of a blocked plan has its digest too, and that of a drift the digest of its repair. */
function approvable(command: ActionCommand, { exitCode, document }: Outcome): string | undefined {
  return command === 'plan' && exitCode !== exitCodes.blocked ? document?.digest : undefined;
}
