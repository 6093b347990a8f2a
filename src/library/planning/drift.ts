import { findDrift } from '../../diff/drift.js';
import type { Drift } from '../../model/drift.js';
import type { Session } from '../../pipelines/reconcile.js';
import type { Usable } from '../require-usable.js';
import { plan } from './plan.js';

/** Says how the account differs from the configuration, as `vocabsync drift` does. @throws VocabError as `plan` does */
export async function drift(checked: Usable, account: Session): Promise<Drift> {
  return findDrift(await plan(checked, account));
}
