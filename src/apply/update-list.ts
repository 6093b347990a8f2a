import type { DesiredList } from '../model/desired.js';
import { sameHotwords } from '../model/hotword.js';
import type { QueriedList } from '../model/observed.js';
import type { Step } from '../model/plan.js';
import { conflict, isUnchanged, type Planned, reread } from './reread.js';
import { pauseBeforeRetry } from './retry.js';
import { type Run, send, type Trace } from './run.js';
import { verify } from './verify.js';

interface Update extends Planned {
  readonly after: DesiredList;
}

/** Overwrites a list that still is what the plan saw, and waits until the new words are in effect. */
export async function updateList(step: Step, run: Run, trace: Trace): Promise<void> {
  const { change } = step;
  const { before, after } = change;
  if (before === null || after === null) throw new TypeError('an update has a list before and after');
  await overwrite({ change, before, after }, run, trace);
  await verify(step, { vocabulary_id: before.vocabulary_id, words: after.hotwords }, run);
}

/** Looks before each sending, so nothing is ever sent over words that nobody has seen. */
async function overwrite(update: Update, run: Run, trace: Trace): Promise<void> {
  const { remote, signal } = run.session;
  const { vocabulary_id } = update.before;
  for (let attempt = 1; ; attempt++) {
    const now = await lookBeforeWrite(update, run, trace);
    if (now === 'in effect') return;
    if (attempt === 1) await run.options.saveBackup({ ...update.before, ...now });
    try {
      await send(trace, () => remote.update(vocabulary_id, update.after.hotwords, signal));
      return;
    } catch (error) {
      await pauseBeforeRetry(error, attempt, run.session);
    }
  }
}

/** @throws VocabError `conflict` when the list is neither what the plan saw nor what it shall become */
async function lookBeforeWrite(update: Update, run: Run, trace: Trace): Promise<QueriedList | 'in effect'> {
  const { before, after } = update;
  const now = await reread(before.vocabulary_id, run);
  trace.doubt = false;
  if (now === null) throw conflict(update, 'was deleted');
  if (sameHotwords(now.value.hotwords, after.hotwords)) {
    if (!trace.wrote) trace.note = 'the list already had these words';
    return 'in effect';
  }
  if (!isUnchanged(now.value, before)) throw conflict(update, 'was changed');
  return now.value;
}
