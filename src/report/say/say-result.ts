import type { Shaping } from '../../model/plan.js';
import type { Saying } from '../form.js';
import { resultDocument } from '../json/documents.js';
import { type Applied, viewResult } from '../view/result-view.js';
import type { Teller } from './teller.js';

/** What a run did. @param shaping the flags that its plan was made with */
export function sayResult(
  applied: Omit<Applied, 'sources'>,
  shaping: Shaping,
  { envelope, sources }: Teller,
): Saying {
  const { result, outputs, backups } = applied;
  return {
    as: 'result',
    view: () => viewResult({ ...applied, sources }),
    document: () => resultDocument(envelope, result, { shaping, outputs, backups }),
  };
}
