import type { SideFigures, ThresholdResult } from '../model/evaluation/evaluation.js';
import type { Thresholds } from '../model/evaluation/evaluation-input.js';

/**
 * Holds what was heard with hotwords against the thresholds that were set. One that nothing was measured for is not met: a check
 * that looked at nothing must not pass.
 */
export function checkThresholds(
  { min_recall, max_false }: Thresholds,
  { hotwords: { recall, intruded } }: Pick<SideFigures, 'hotwords'>,
  { isMeasured }: { readonly isMeasured: boolean },
): readonly ThresholdResult[] {
  const results: ThresholdResult[] = [];
  if (min_recall !== null) {
    const met = recall !== null && recall >= min_recall;
    results.push({ threshold: 'min_recall', limit: min_recall, value: recall, met });
  }
  if (max_false !== null) {
    const value = isMeasured ? intruded : null;
    const met = value !== null && value <= max_false;
    results.push({ threshold: 'max_false', limit: max_false, value, met });
  }
  return results;
}
