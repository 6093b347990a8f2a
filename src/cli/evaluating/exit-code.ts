import type { Evaluation } from '../../model/evaluation/evaluation.js';
import { type ExitCode, exitCodes, worstExitCode } from '../exit-code.js';

/** What an evaluation ends with: a clip of which there is no text comes before what the others show. */
export function exitCodeOfEvaluations(evaluations: readonly Evaluation[]): ExitCode {
  return worstExitCode(
    evaluations.map(({ failed, nothing_heard, thresholds, baseline }) => {
      if (failed.length > 0 || nothing_heard) return exitCodes.partial;
      const isMissed = thresholds.some(({ met }) => !met);
      return isMissed || (baseline?.regressions ?? []).length > 0 ? exitCodes.changes : exitCodes.done;
    }),
  );
}
