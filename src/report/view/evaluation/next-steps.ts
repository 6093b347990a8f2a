import type { EffectCheckName, Evaluation } from '../../../model/evaluation/evaluation.js';
import { printable } from '../../../model/text/printable.js';

/** Says what to do where nothing that was given has an effect: a step for each cause, the certain ones first. */
export function nextSteps(evaluation: Evaluation): string[] {
  const checks = evaluation.no_effect?.checks ?? [];
  return (['cause', 'maybe'] as const).flatMap((wanted) =>
    checks.flatMap(({ check, outcome }) => (outcome === wanted ? (stepFor(check, evaluation) ?? []) : [])),
  );
}

/** null: a document of a later version has looked at something else, and its message has to do. */
function stepFor(
  check: EffectCheckName | (string & {}),
  { consumer, model, delivery: { list } }: Evaluation,
): string | null {
  const who = printable(consumer);
  const asked = printable(model);
  switch (check) {
    case 'pairing':
      return `let ${who} recognise with ${printable(list?.target_model ?? asked)}, for which the list was made; or add ${asked} to the target_models of its vocabulary, and apply`;
    case 'status':
      return list?.status === null
        ? 'apply: the account does not hold the list (`vocabsync apply`)'
        : 'wait until the list is OK, and evaluate again';
    case 'region':
      return 'evaluate in the region of the list';
    case 'language_hints':
      return `add the language of the words to the language_hints of ${who}, or correct their lang`;
    case 'last_update':
      return 'evaluate again once the list was not updated for five minutes';
    case 'delivery':
      return `give ${who} a list, since ${asked} takes no words with requests; or a model that takes them`;
    default:
      return null;
  }
}
