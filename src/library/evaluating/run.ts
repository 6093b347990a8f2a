import { type EvaluationPorts, evaluateAll, type LocatedEvaluation } from '../../evaluation.js';
import { vocabulariesOf } from '../../hear/consumer-given.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import { isInstant } from '../../model/config.js';
import { noShaping } from '../../model/plan.js';
import { plan, type Session } from '../../reconcile.js';
import type { Usable } from '../require-usable.js';
import type { Prepared } from './prepare.js';
import { publishedToday } from './published-today.js';

/** What a run of evaluations works with. */
export interface RunPorts extends Omit<EvaluationPorts, 'readPlan'> {
  /** Opened only where a consumer has a list. */
  readonly openAccount: () => Promise<Session>;
  /** Whether what YAML asks for is tried too. */
  readonly planned: boolean;
}

/** What evaluations came to, with everything that was found on the way. */
export interface Evaluated {
  readonly evaluations: readonly LocatedEvaluation[];
  /** With what was found in manifests and recordings. */
  readonly checked: Usable;
}

/** Evaluates what was prepared. Changes nothing in the account. */
export async function runEvaluations(
  { asked, checked }: Prepared,
  { openAccount, planned, ...ports }: RunPorts,
): Promise<Evaluated> {
  const { config, desired } = checked;
  const sendsWords = asked.some(({ consumer }) => vocabulariesOf(consumer, config).some(isInstant));
  const { wordsOf, diagnostics } = sendsWords ? await publishedToday(config) : nothingPublished;
  const asking = {
    config,
    catalogue: catalogueWith(config.models),
    published: wordsOf,
    tryPlanned: planned,
  };
  const readPlan = async () => plan(desired, await openAccount(), { shaping: noShaping, allow: [] });
  const evaluations = await evaluateAll(asked, asking, { ...ports, readPlan });
  return { evaluations, checked: { ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] } };
}

const nothingPublished: Awaited<ReturnType<typeof publishedToday>> = {
  wordsOf: () => undefined,
  diagnostics: [],
};
