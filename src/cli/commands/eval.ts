import { asEvaluable, requireEvaluable } from '../../library/evaluating/evaluable.js';
import { prepare, requireSound } from '../../library/evaluating/prepare.js';
import { readBaseline } from '../../library/evaluating/read-baseline.js';
import { selectEvaluations } from '../../library/evaluating/select-evaluations.js';
import { VocabError } from '../../model/errors.js';
import { sayEvaluation } from '../../report/say/say-evaluation.js';
import type { Context } from '../context.js';
import type { EvalOptions } from '../evaluating/eval-options.js';
import { exitCodeOfEvaluations } from '../evaluating/exit-code.js';
import { hearAndScore } from '../evaluating/hear-and-score.js';
import { type ExitCode, exitCodes, worstExitCode } from '../exit-code.js';
import type { Invocation } from '../invocation.js';
import { fail, invoke } from '../invoke.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

/** Says whether recognition hears the words. Changes nothing in the account. */
export async function evaluate(
  names: readonly string[],
  options: EvalOptions,
  context: Context,
): Promise<ExitCode> {
  const run = async (given: Invocation<EvalOptions>) => {
    const checked = requireEvaluable(given.checked);
    const { minRecall: min_recall, maxFalse: max_false, baseline } = options;
    const selected = selectEvaluations(checked.config, { ...options, names, min_recall, max_false });
    const earlier = baseline === undefined ? null : await readBaseline(baseline, context);
    const prepared = await prepare(selected, { checked, machine: context, baseline: earlier });
    const looked = { ...given, checked: prepared.checked };
    try {
      requireSound(prepared);
      const evaluated = await hearAndScore(prepared, looked);
      const invocation = { ...looked, checked: evaluated.checked };
      const { diagnostics } = evaluated.checked;
      await show(sayEvaluation(evaluated.evaluations, diagnostics, tellerOf(invocation)), invocation);
      const ended = exitCodeOfEvaluations(evaluated.evaluations);
      return prepared.compares_nothing ? worstExitCode([ended, exitCodes.changes]) : ended;
    } catch (error) {
      if (!(error instanceof VocabError)) throw error;
      return fail(error, looked);
    }
  };
  return invoke({ kind: 'eval', options, context }, run, asEvaluable);
}
