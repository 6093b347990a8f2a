import { isVocabError, VocabError } from '../model/errors.js';
import type { Step } from '../model/plan.js';
import { type Run, stopOf, type Trace } from './run.js';

/** Between two looks, in milliseconds. Other programs make a list, use it and delete it within seconds. */
const pause = 3000;

/**
 * Makes a list, and where the account is full by then although the plan had a slot for it, looks again until one is free
 * or the time for it is over. Nothing is tried again whose fate is unknown.
 * @throws VocabError `quota-full` when no slot came free
 */
export async function waitForSlot<T>(step: Step, trace: Trace, { run, make }: Making<T>): Promise<T> {
  const { session, options } = run;
  const until = session.clock.now() + options.waitSlot;
  for (;;) {
    try {
      return await make();
    } catch (error) {
      const left = until - session.clock.now();
      if (!isVocabError(error, 'quota-full') || trace.doubt || options.waitSlot <= 0) throw error;
      if (left <= 0) throw waited(error, options.waitSlot);
      options.onEvent({ kind: 'full', step, ms: left });
      await session.clock.sleep(Math.min(pause, left), stopOf(run));
    }
  }
}

interface Making<T> {
  readonly run: Run;
  readonly make: () => Promise<T>;
}

function waited(cause: VocabError, ms: number): VocabError {
  const { code, hint, remote, message } = cause;
  return new VocabError(code, `${message}; no slot came free within ${ms / 1000} s`, { hint, remote, cause });
}
