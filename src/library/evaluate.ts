import type { Cost } from '../hear/cost.js';
import type { HearEvent } from '../hear/hear.js';
import type { Recogniser } from '../model/recognition/recogniser.js';
import type { Checked } from '../pipelines/check.js';
import type { Session } from '../pipelines/reconcile.js';
import { requireBudget } from './evaluating/budget.js';
import { requireEvaluable } from './evaluating/evaluable.js';
import { type AnswersOptions, openAnswers } from './evaluating/open-answers.js';
import { requireOwnFiles } from './evaluating/own-files.js';
import { type Prepared, prepare, requireSound } from './evaluating/prepare.js';
import { readBaseline } from './evaluating/read-baseline.js';
import { type Evaluated, runEvaluations } from './evaluating/run.js';
import { type EvaluationChoice, selectEvaluations } from './evaluating/select-evaluations.js';
import { interruption, requireNumber, unfailing } from './from-callers.js';
import { type Machine, thisMachine } from './machine.js';

/** Who is asked: the account for what consumers are given, the recogniser for what is heard. */
export interface EvaluationAccess {
  readonly account: Session;
  readonly recogniser: Recogniser;
}

/** Which evaluations are made, and what they may take. Everything has a default. */
export interface EvaluatingOptions extends EvaluationChoice, AnswersOptions {
  /** Whether what YAML asks for is tried too, where that can be without writing: no unless given. */
  readonly planned?: boolean | undefined;
  /** Audio that may be sent, in milliseconds: any unless given. */
  readonly max_audio?: number | undefined;
  /** Told before anything is sent what it takes. Throws when it shall not be: nothing is sent then. */
  readonly approve?: ((cost: Cost) => Promise<void> | void) | undefined;
  /** A document of an earlier evaluation to compare with. */
  readonly baseline?: string | undefined;
  /** Recognitions at once: 10 unless given. */
  readonly parallelism?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far it has come. */
  readonly onHear?: ((event: HearEvent) => void) | undefined;
  /** Where it runs: this very process unless given. */
  readonly machine?: Machine | undefined;
}

/** What decides which clips are looked at, and what they are held against. */
type Looking = EvaluationChoice & Pick<EvaluatingOptions, 'baseline' | 'machine'>;

/**
 * Reads the manifests of evaluations and looks at their recordings, offline. What is wrong with them is in the diagnostics of
 * what it resolves to, behind those of the configuration; `evaluate` throws where there is an error among them.
 * @throws VocabError `usage`, `document-invalid`, and `config-invalid` for a configuration that cannot be evaluated
 */
export async function checkEvaluations(checked: Checked, options: Looking = {}): Promise<Checked> {
  return (await lookAt(checked, options)).checked;
}

async function lookAt(checked: Checked, options: Looking): Promise<Prepared> {
  const { machine = thisMachine(), baseline } = options;
  const usable = requireEvaluable(checked);
  const selected = selectEvaluations(usable.config, options);
  const earlier = baseline === undefined ? null : await readBaseline(baseline, machine);
  return prepare(selected, { checked: usable, machine, baseline: earlier });
}

/**
 * Says whether recognition hears the words, with them and without, as `vocabsync eval` does. Writes nothing to the account.
 * What is wrong with clips is thrown as `config-invalid`, and named by `checkEvaluations`; a clip that cannot be recognised is
 * part of the result, as is a model with which words do nothing.
 * @throws VocabError before anything is sent: `usage`, `config-invalid`, `document-invalid`; as `plan` does; and what every
 *   clip would fail of: `unauthenticated`, `forbidden`, `account-overdue`
 */
export async function evaluate(
  checked: Checked,
  { account, recogniser }: EvaluationAccess,
  options: EvaluatingOptions = {},
): Promise<Evaluated> {
  const { machine = thisMachine(), planned = false, max_audio, approve, parallelism = 10 } = options;
  if (max_audio !== undefined) requireNumber('max_audio', max_audio, { least: 0 });
  requireNumber('parallelism', parallelism, { least: 1, whole: true });
  const prepared = await lookAt(checked, options);
  requireSound(prepared);
  const { config } = prepared.checked;
  const { record, replay, baseline } = options;
  await requireOwnFiles({ record, replay, baseline }, prepared, machine);
  const opened = await openAnswers(config, options, machine);
  return runEvaluations(prepared, {
    openAccount: async () => account,
    openRecogniser: async () => recogniser,
    endpoint: opened.account?.endpoint ?? recogniser.endpoint,
    opened,
    parallelism,
    signal: options.signal && interruption(options.signal),
    onHear: options.onHear && unfailing(options.onHear),
    planned,
    approve: async (cost) => {
      requireBudget(cost, max_audio);
      await approve?.(cost);
    },
  });
}
