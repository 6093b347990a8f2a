import { openKeptAnswers } from '../../library/evaluating/kept-answers.js';
import type { Prepared } from '../../library/evaluating/prepare.js';
import { readRecordings } from '../../library/evaluating/read-recordings.js';
import { type Evaluated, runEvaluations } from '../../library/evaluating/run.js';
import { whereOf } from '../../library/evaluating/where.js';
import type { Invocation } from '../invocation.js';
import { endOf, openAccount } from '../open-account.js';
import { progressOf } from '../progress/progress.js';
import { approveCost } from './approve-cost.js';
import type { EvalOptions } from './eval-options.js';

/** Asks the account and the recogniser for what is not known yet, once somebody has approved what that takes. */
export async function hearAndScore(
  prepared: Prepared,
  { options, context }: Invocation<EvalOptions>,
): Promise<Evaluated> {
  const { config } = prepared.checked;
  const { endpoint, parallelism, planned } = options;
  const recordings = await readRecordings(options, config, context);
  const where = whereOf(config, { endpoint, recordings });
  const signal = endOf(options, context);
  const answers = await openKeptAnswers(config, options, context);
  try {
    return await runEvaluations(prepared, {
      openAccount: async () => ({ ...(await openAccount(config, options, context)), signal }),
      openRecogniser: () => openRecogniser(config, { ...options, recordings }, context),
      where,
      answers,
      approve: (cost) => approveCost(cost, { ...options, endpoint: where }, context),
      parallelism,
      signal,
      onHear: progressOf(options, context).onHear,
      planned,
    });
  } finally {
    await answers.close();
  }
}
