import { count } from '../../layout.js';
import type { EvaluatedView, EvaluationView } from '../evaluation-view.js';
import type { Finding } from './findings.js';

/**
 * What the evaluations of an account come to, in a row: `2 evaluations, 1 clip failed; the worst: ward: 12 of 20 hotwords …`.
 * What is wrong comes first, as the end of a long row may be cut.
 */
export function outcomeOfAccount({ evaluations, headline }: EvaluationView): string {
  const [worst, ...others] = [...evaluations].sort((one, other) => gravity(other) - gravity(one));
  if (worst === undefined) return headline;
  const amounts = [count(evaluations.length, 'evaluation'), ...wrongIn(evaluations)].join(', ');
  return `${amounts}; ${others.length === 0 ? '' : 'the worst: '}${worst.headline}`;
}

const states = [
  'clean',
  'waiting',
  'changes',
  'blocked',
] as const satisfies readonly EvaluatedView['state'][];

/** How it stands comes first, then how much is wrong; of two alike the first is as bad as any. */
function gravity({ state, findings }: EvaluatedView): number {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return states.indexOf(state) + errors / (errors + 1);
}

/** A clip that failed on several sides is one. */
function wrongIn(evaluations: readonly EvaluatedView[]): string[] {
  const amountOf = (kind: Finding['kind']) =>
    evaluations
      .map(({ findings }) => findings.filter((finding) => finding.kind === kind))
      .reduce((total, found) => total + new Set(found.map(({ about }) => about)).size, 0);
  const [thresholds, regressions] = [amountOf('threshold'), amountOf('regression')];
  const [failed, idle] = [amountOf('clip-failed'), amountOf('no-effect')];
  return [
    ...(thresholds === 0 ? [] : [`${count(thresholds, 'threshold')} missed`]),
    ...(regressions === 0 ? [] : [count(regressions, 'regression')]),
    ...(failed === 0 ? [] : [`${count(failed, 'clip')} failed`]),
    ...(idle === 0 ? [] : [`${idle} without effect`]),
  ];
}
