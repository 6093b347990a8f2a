import type { Consumer, EvaluationConfig } from '../../model/config.js';
import { asError, type Diagnostic } from '../../model/diagnostic.js';
import { namesOffered } from '../../model/text/and-more.js';
import { didYouMean } from '../../model/text/closest.js';
import type { Rule } from './rule.js';

export const evaluationNamesAreUnique: Rule = function* ({ config: { evaluations } }) {
  const first = new Map<string, EvaluationConfig>();
  for (const evaluation of evaluations) {
    const earlier = first.get(evaluation.name);
    if (earlier === undefined) first.set(evaluation.name, evaluation);
    else {
      yield asError({
        rule: 'duplicate-evaluation',
        location: evaluation.location,
        related: earlier.location,
        message: `two evaluations are called "${evaluation.name}"`,
        hint: 'rename one of them: `vocabsync eval` takes evaluations by their names',
      });
    }
  }
};

export const evaluationsHaveAConsumer: Rule = function* ({ config: { evaluations, consumers } }) {
  const known = new Set(consumers.map(({ name }) => name));
  for (const evaluation of evaluations)
    if (!known.has(evaluation.consumer.value)) yield unknownConsumer(evaluation, consumers);
};

function unknownConsumer({ name, consumer }: EvaluationConfig, consumers: readonly Consumer[]): Diagnostic {
  const known = consumers.map((candidate) => candidate.name);
  return asError({
    rule: 'evaluation-consumer-unknown',
    location: consumer.location,
    message: `the evaluation "${name}" is of "${consumer.value}", and there is no consumer of that name`,
    hint:
      didYouMean(consumer.value, known) ??
      (known.length === 0 ? addConsumer : `write one of: ${namesOffered(known)}`),
  });
}

const addConsumer = 'name the program that recognises under `consumers`, or delete the evaluation';
