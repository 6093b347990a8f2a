import type { Diagnostic } from '../../model/diagnostic.js';
import type { Saying } from '../form.js';
import { evalDocument } from '../json/eval-document.js';
import type { LocatedEvaluation } from '../view/evaluation/findings.js';
import { viewEvaluation } from '../view/evaluation-view.js';
import type { Teller } from './teller.js';

/** Whether recognition hears the words. @param evaluations each with where the configuration asks for it, if it does */
export function sayEvaluation(
  evaluations: readonly LocatedEvaluation[],
  diagnostics: readonly Diagnostic[],
  { envelope, sources }: Teller,
): Saying {
  return {
    as: 'evaluation',
    view: () => viewEvaluation(evaluations, diagnostics, sources),
    document: () => evalDocument(envelope, evaluations, diagnostics),
  };
}
