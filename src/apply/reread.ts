import type { Change } from '../model/change.js';
import { isVocabError, VocabError } from '../model/errors.js';
import { sameHotwords } from '../model/hotword.js';
import type { ObservedList, QueriedList } from '../model/observed.js';
import type { Answer } from '../model/ports.js';
import type { Run } from './run.js';

/** A list as it is now; null when it is gone. */
export async function reread(vocabulary_id: string, run: Run): Promise<Answer<QueriedList> | null> {
  try {
    return await run.session.remote.query(vocabulary_id, run.session.signal);
  } catch (error) {
    if (isVocabError(error, 'not-found')) return null;
    throw error;
  }
}

/** Whether the list still is what the plan saw. Its status and its times may differ: nobody reviewed those. */
export function isUnchanged(now: QueriedList, planned: ObservedList): boolean {
  return now.target_model === planned.target_model && sameHotwords(now.hotwords, planned.hotwords);
}

/** A change of a list that was there when it was planned. */
export interface Planned {
  readonly change: Change;
  readonly before: ObservedList;
}

export function conflict({ change, before }: Planned, what: string): VocabError {
  return new VocabError(
    'conflict',
    `${change.address}: ${before.vocabulary_id} ${what} since the plan was made`,
    {
      hint: 'nothing was written to it; plan again and look at what is there now',
    },
  );
}
