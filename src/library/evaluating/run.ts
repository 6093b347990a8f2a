import { decideChanges } from '../../diff/changes.js';
import { classify } from '../../diff/ownership.js';
import { vocabulariesOf } from '../../hear/consumer-given.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import { isInstant } from '../../model/config.js';
import type { Desired } from '../../model/desired.js';
import { noShaping, type Plan } from '../../model/plan.js';
import { type EvaluationPorts, evaluateAll, type LocatedEvaluation } from '../../pipelines/evaluation.js';
import { plan, type Session } from '../../pipelines/reconcile.js';
import type { RecordedAccount } from '../../workspace/answers/recording-file.js';
import type { Usable } from '../require-usable.js';
import type { OpenedAnswers } from './open-answers.js';
import type { Prepared } from './prepare.js';
import { publishedToday } from './published-today.js';

/** What a run of evaluations works with. */
export interface RunPorts extends Omit<EvaluationPorts, 'readPlan' | 'answers'> {
  /** Opened only where a consumer has a list, and no recording says what the account was. */
  readonly openAccount: () => Promise<Session>;
  readonly opened: OpenedAnswers;
  /** Whether what YAML asks for is tried too. */
  readonly planned: boolean;
}

/** What evaluations came to, with everything that was found on the way. */
export interface Evaluated {
  readonly evaluations: readonly LocatedEvaluation[];
  /** With what was found in manifests and recordings. */
  readonly checked: Usable;
}

type Changes = Pick<Plan, 'changes' | 'server_time'>;

/** Evaluates what was prepared. Changes nothing in the account. */
export async function runEvaluations(
  { asked, checked }: Prepared,
  { openAccount, opened, planned, ...ports }: RunPorts,
): Promise<Evaluated> {
  const { config, desired } = checked;
  const senders = asked
    .map(({ consumer }) => consumer)
    .filter((consumer) => vocabulariesOf(consumer, config).some(isInstant));
  const { wordsOf, diagnostics } =
    senders.length > 0 ? await publishedToday(config, [...new Set(senders)]) : nothingPublished;
  const asking = {
    config,
    catalogue: catalogueWith(config.models),
    published: wordsOf,
    tryPlanned: planned,
  };
  let read: Changes = { changes: [], server_time: null };
  const readPlan = async () => {
    read =
      opened.account === null
        ? await plan(desired, await openAccount(), { shaping: noShaping, allow: [] })
        : changesOf(desired, opened.account);
    return read;
  };
  const evaluations = await evaluateAll(asked, asking, { ...ports, answers: opened.answers, readPlan });
  await opened.save(accountOf(read, ports.endpoint));
  return { evaluations, checked: { ...checked, diagnostics: [...checked.diagnostics, ...diagnostics] } };
}

const nothingPublished: Awaited<ReturnType<typeof publishedToday>> = {
  wordsOf: () => undefined,
  diagnostics: [],
};

/** What a plan would say of the lists of a recording. */
function changesOf(desired: Desired, { lists, server_time }: RecordedAccount): Changes {
  const ownership = classify(desired, { listed: lists, read: lists, server_time });
  return { changes: decideChanges(desired, ownership, { retire: false }), server_time };
}

/** The bound lists, as they were. */
function accountOf({ changes, server_time }: Changes, endpoint: string): RecordedAccount {
  const lists = changes.flatMap(({ before, after }) => (before === null || after === null ? [] : [before]));
  return { endpoint, server_time, lists };
}
