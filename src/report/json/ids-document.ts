import type { Diagnostic } from '../../model/diagnostic.js';
import type { AccountIdentity } from '../../model/plan.js';
import type { Ids } from '../../model/result/published.js';
import { maskKeys } from '../../model/text/secrets.js';
import type { IneffectiveList } from '../ids/ineffective-lists.js';
import { inReadingOrder } from '../view/diagnostics.js';
import { type Envelope, headDocument } from './envelope.js';
import { diagnosticDocument } from './fields.js';

/** What there is to say beside the ids. */
export interface ToldIds {
  readonly account: AccountIdentity;
  readonly ids: Ids;
  readonly ineffective: readonly IneffectiveList[];
  /** The files of `outputs` that were written because they changed. */
  readonly outputs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same `vocabularies` and `consumers` as in a file of `outputs`, with where they are from. */
export function idsDocument(envelope: Envelope, told: ToldIds): object {
  const { account, ids, ineffective, outputs, diagnostics } = told;
  return {
    ...headDocument(envelope),
    account: { ...envelope.about, ...account },
    ...ids,
    ineffective: ineffective.map(({ message, hint, ...list }) => ({
      ...list,
      message: maskKeys(message),
      hint,
    })),
    outputs,
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
  };
}
