import { exitCodes } from '../cli/exit-code.js';
import type { ActionCommand } from './inputs.js';
import { codeOf, type Outcome, type Part } from './outcome.js';
import type { StepOutputs } from './runner-files.js';

/** An output without an answer is empty, as one that was never set. */
export function outputsOf(command: ActionCommand, outcome: Outcome): StepOutputs {
  const { json, parts } = outcome;
  const [only, another] = parts;
  return {
    'exit-code': String(codeOf(outcome)),
    'has-changes': String(anyChanges(parts.map((part) => hasChanges(command, part))) ?? ''),
    // Of several, each has its own: in the report.
    digest: (only !== undefined && another === undefined && approvable(command, only)) || '',
    'plan-json': json ?? '',
  };
}

/** Where nothing is known of one of them, nobody can say that there are none. */
function anyChanges(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** Not the same as the exit code: that is 2 also where a list is only not `OK` yet, and 4 where changes are blocked. */
function hasChanges(command: ActionCommand, { exitCode, document }: Part): boolean | undefined {
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
    case 'eval':
      return undefined;
  }
}

/** Finds what may be approved: the JSON of a blocked plan has its digest too, and that of a drift the digest of its repair. */
function approvable(command: ActionCommand, { exitCode, document }: Part): string | undefined {
  return command === 'plan' && exitCode !== exitCodes.blocked ? document?.digest : undefined;
}
