import { isVocabError, VocabError } from '../model/errors.js';
import { sameHotwords } from '../model/hotword.js';
import { isReady } from '../model/observed.js';
import type { ReadyList, Step } from '../model/plan.js';
import { conflict, isUnchanged, type Planned, reread } from './reread.js';
import { retried } from './retry.js';
import { type Run, send, type Trace } from './run.js';

const gone = 'the list was already gone';

/** Deletes a list that still is what the plan saw, while everything that takes its place is `OK`. */
export async function deleteList({ change, replacements }: Step, run: Run, trace: Trace): Promise<void> {
  const { before } = change;
  if (before === null) throw new TypeError('a delete has a list before');
  const planned = { change, before };
  for (const list of replacements) await requireReady(list, planned, run);
  const now = await reread(before.vocabulary_id, run);
  if (now === null) {
    run.gone.add(before.vocabulary_id);
    trace.note = gone;
    return;
  }
  if (!isUnchanged(now.value, before)) throw conflict(planned, 'was changed');
  await run.options.saveBackup({ ...before, ...now.value });
  await sendDelete(before.vocabulary_id, run, trace);
}

async function requireReady(needed: ReadyList, { change, before }: Planned, run: Run): Promise<void> {
  const { vocabulary_id, hotwords } = needed;
  const list = await reread(vocabulary_id, run);
  const ready = list !== null && isReady(list.value);
  if (ready && sameHotwords(list.value.hotwords, hotwords)) return;
  const state = ready ? 'has other words by now' : `is ${list?.value.status ?? 'gone'}`;
  throw new VocabError(
    ready ? 'conflict' : 'not-ready',
    `${change.address}: ${before.vocabulary_id} is kept, because ${vocabulary_id}, which takes its place, ${state}`,
    { hint: 'plan again and look at what is there now' },
  );
}

/** However the last answer was lost: gone is gone. A look that fails shows nothing. */
async function isGone(vocabulary_id: string, run: Run): Promise<boolean> {
  const now = await reread(vocabulary_id, run).catch(() => undefined);
  return now === null;
}

/** A delete may be carried out twice, so it is simply sent again; gone is what was wanted. */
async function sendDelete(vocabulary_id: string, run: Run, trace: Trace): Promise<void> {
  const { session } = run;
  const request = () => session.remote.delete(vocabulary_id, session.signal);
  try {
    await retried(() => send(trace, request), session, session.signal);
  } catch (error) {
    if (!isVocabError(error, 'not-found') && !(await isGone(vocabulary_id, run))) throw error;
    if (!trace.wrote) trace.note = gone;
  }
  run.gone.add(vocabulary_id);
}
