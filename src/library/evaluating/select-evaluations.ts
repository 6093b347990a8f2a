import type { Config, Consumer } from '../../model/config.js';
import type { Location } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { mostRepeats, type Thresholds } from '../../model/evaluation/evaluation-input.js';
import { namesOffered } from '../../model/text/and-more.js';
import { didYouMean } from '../../model/text/closest.js';
import { findConsumer } from '../find-consumer.js';
import { requireNumber } from '../from-callers.js';

/** Which evaluations are made. */
export interface EvaluationChoice {
  /** Names under `evaluations`: all of them unless given. */
  readonly names?: readonly string[] | undefined;
  /** A consumer in the place of names, with the manifest of its clips. */
  readonly consumer?: string | undefined;
  /** Relative to the working directory. */
  readonly clips?: string | undefined;
  /** In place of what the configuration says. */
  readonly repeat?: number | undefined;
  /** A share, 0 to 1. */
  readonly min_recall?: number | undefined;
  readonly max_false?: number | undefined;
}

/** An evaluation that was chosen, before its clips were looked at. */
export interface Selected {
  /** null: it came from flags. */
  readonly name: string | null;
  readonly consumer: Consumer;
  /** As it was written, and what it is relative to. */
  readonly manifest: { readonly path: string; readonly from: 'configuration' | 'working directory' };
  readonly repeat: number;
  readonly thresholds: Thresholds;
  readonly location: Location | null;
}

function requireNumbers({ repeat, min_recall, max_false }: EvaluationChoice): void {
  if (repeat !== undefined) requireNumber('repeat', repeat, { least: 1, most: mostRepeats, whole: true });
  if (min_recall !== undefined) requireNumber('min_recall', min_recall, { least: 0, most: 1 });
  if (max_false !== undefined) requireNumber('max_false', max_false, { least: 0, whole: true });
}

/** Finds what is to be evaluated. @throws VocabError `usage` for names that nothing has, and where there is nothing */
export function selectEvaluations(config: Config, choice: EvaluationChoice): readonly Selected[] {
  const { names = [], consumer, clips } = choice;
  requireNumbers(choice);
  if (consumer !== undefined || clips !== undefined) return [fromFlags(config, choice)];
  const { evaluations } = config;
  if (evaluations.length === 0) throw noEvaluation(config);
  const known = evaluations.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw unknownNames(unknown, known);
  return evaluations
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map((evaluation) => {
      const { name, location } = evaluation;
      const { min_recall, max_false } = thresholdsOf(choice, evaluation);
      return {
        name,
        consumer: findConsumer(config.consumers, evaluation.consumer.value),
        manifest: { path: evaluation.clips.value, from: 'configuration' },
        repeat: choice.repeat ?? evaluation.repeat,
        thresholds: { min_recall, max_false },
        location,
      };
    });
}

function fromFlags(config: Config, choice: EvaluationChoice): Selected {
  const { names = [], consumer, clips, repeat = 1 } = choice;
  if (consumer === undefined || clips === undefined) {
    throw new VocabError('usage', 'a consumer and its clips are given together', {
      hint: `add ${consumer === undefined ? '--consumer NAME' : '--clips FILE'}, or name an evaluation of the configuration`,
    });
  }
  if (names.length > 0) {
    throw new VocabError('usage', 'names of evaluations and a consumer with its clips exclude each other', {
      hint: 'run it once with the names, and once with --consumer and --clips',
    });
  }
  return {
    name: null,
    consumer: findConsumer(config.consumers, consumer),
    manifest: { path: clips, from: 'working directory' },
    repeat,
    thresholds: thresholdsOf(choice, { min_recall: null, max_false: null }),
    location: null,
  };
}

function thresholdsOf({ min_recall, max_false }: EvaluationChoice, own: Thresholds): Thresholds {
  return { min_recall: min_recall ?? own.min_recall, max_false: max_false ?? own.max_false };
}

function noEvaluation({ file }: Config): VocabError {
  return new VocabError('usage', `there is nothing to evaluate: ${file} names no \`evaluations\``, {
    hint: 'give --consumer NAME and --clips FILE, or add a line such as: evaluations: [{ name: ward, consumer: ward-dictation, clips: clips/ward.jsonl }]',
  });
}

function unknownNames(unknown: readonly string[], known: readonly string[]): VocabError {
  const [first = ''] = unknown;
  const quoted = unknown.map((name) => `"${name}"`).join(', ');
  return new VocabError('usage', `there is no evaluation ${quoted}`, {
    hint: didYouMean(first, known) ?? `name one that stands under \`evaluations\`: ${namesOffered(known)}`,
  });
}
