import type { Drift } from '../../model/drift.js';
import type { Saying } from '../form.js';
import { driftDocument } from '../json/documents.js';
import { viewDrift } from '../view/view-drift.js';
import type { Teller } from './teller.js';

/** How an account differs from its configuration. */
export function sayDrift(drift: Drift, { envelope, sources }: Teller): Saying {
  return {
    as: 'report',
    view: () => viewDrift(drift, sources),
    document: () => driftDocument(envelope, drift),
  };
}
