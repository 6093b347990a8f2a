import { openAnswers } from '../../library/evaluating/open-answers.js';
import { requireOwnFiles } from '../../library/evaluating/own-files.js';
import type { Prepared } from '../../library/evaluating/prepare.js';
import { type Evaluated, runEvaluations } from '../../library/evaluating/run.js';
import type { VocabError } from '../../model/errors.js';
import { printable } from '../../model/text/printable.js';
import type { Invocation } from '../invocation.js';
import { endOf, openAccount } from '../open-account.js';
import { progressOf } from '../progress/progress.js';
import { approveCost } from './approve-cost.js';
import type { EvalOptions } from './eval-options.js';
import { recognition } from './recognition.js';

/** Asks the account and recognition for what is not known yet, once somebody has approved what that takes. */
export async function hearAndScore(
  prepared: Prepared,
  { options, context }: Invocation<EvalOptions>,
): Promise<Evaluated> {
  const { config } = prepared.checked;
  await requireOwnFiles(options, prepared, context);
  const warnings: string[] = [];
  const onUnkept = (error: VocabError) => warnings.push(sayUnkept(error));
  const opened = await openAnswers(config, { ...options, onUnkept }, context);
  const { endpoint, openRecogniser } = await recognition(config, { options, context, opened });
  const signal = endOf(options, context);
  const running = runEvaluations(prepared, {
    openAccount: async () => ({ ...(await openAccount(config, options, context)), signal }),
    openRecogniser,
    endpoint,
    opened,
    approve: (cost) => approveCost(cost, options, context),
    parallelism: options.parallelism,
    signal,
    onHear: progressOf(options, context).onHear,
    planned: options.planned,
  });
  // Not among the lines of progress.
  return running.finally(() => warnings.forEach((line) => context.stderr.write(line)));
}

function sayUnkept({ message, hint }: VocabError): string {
  return `warning: ${printable(message)}\n  hint: ${printable(hint ?? '')}\n`;
}
