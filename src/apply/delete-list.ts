import type { Change } from '../model/change.js';
import { isVocabError, VocabError } from '../model/errors.js';
import { isReady } from '../model/observed.js';
import type { Step } from '../model/plan.js';
import { conflict, isUnchanged, reread } from './reread.js';
import { retried } from './retry.js';
import { type Run, send, type Trace } from './run.js';

const gone = 'the list was already gone';

/** Deletes a list that still is what the plan saw, while everything that takes its place is `OK`. */
export async function deleteList({ change, needs_ready }: Step, run: Run, trace: Trace): Promise<void> {
  const { before } = change;
  if (before === null) throw new TypeError('a delete has a list before');
  for (const id of needs_ready) await requireReady(id, change, run);
  const now = await reread(before.vocabulary_id, run);
  if (now === null) {
    trace.note = gone;
    return;
  }
  if (!isUnchanged(now.value, before)) throw conflict(change, 'was changed');
  await run.ports.saveBackup({ ...before, ...now.value });
  await sendDelete(before.vocabulary_id, run, trace);
}

async function requireReady(vocabulary_id: string, { address, before }: Change, run: Run): Promise<void> {
  const list = await reread(vocabulary_id, run);
  if (list !== null && isReady(list.value)) return;
  throw new VocabError(
    'not-ready',
    `${address}: ${before?.vocabulary_id} is kept, because ${vocabulary_id}, which takes its place, is ${list?.value.status ?? 'gone'}`,
    { hint: 'plan again once it is OK' },
  );
}

/** A delete may be carried out twice, so it is simply sent again; gone is what was wanted. */
async function sendDelete(vocabulary_id: string, { ports, options }: Run, trace: Trace): Promise<void> {
  const { signal } = options;
  const request = () => ports.remote.delete(vocabulary_id, signal);
  try {
    await retried(() => send(trace, request), ports, signal);
  } catch (error) {
    if (!isVocabError(error, 'not-found')) throw error;
    if (!trace.wrote) trace.note = gone;
  }
  trace.doubt = false;
}
