import { exitCodes } from '../cli/exit-code.js';
import type { Outcome, ReportDocument } from './run-command.js';
import type { StepOutputs } from './runner-files.js';

/** An output without an answer is empty, as one that was never set. */
export function outputsOf({ exitCode, document, json }: Outcome): StepOutputs {
  return {
    'exit-code': String(exitCode),
    'has-changes': document === null ? '' : String(hasChanges(exitCode, document)),
    digest: document?.digest ?? '',
    'plan-json': json ?? '',
  };
}

function hasChanges(exitCode: number, { summary }: ReportDocument): boolean {
  if (exitCode === exitCodes.changes || exitCode === exitCodes.done) return exitCode === exitCodes.changes;
  // Blocked.
  return summary !== undefined && summary.create + summary.update + summary.delete > 0;
}
