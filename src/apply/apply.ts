import pLimit from 'p-limit';
import { VocabError } from '../model/errors.js';
import type { Plan, Step } from '../model/plan.js';
import type { StepResult, StepStatus } from '../model/result/apply-result.js';
import { messageOf } from '../model/text/message-of.js';
import { createOnce } from './create-once.js';
import { deleteList } from './delete-list.js';
import { reread } from './reread.js';
import { type ApplyOptions, type ApplySession, type Run, stopOf, type Trace } from './run.js';
import { updateList } from './update-list.js';

/**
 * Carries out the steps of a plan. A step starts when those it comes `after` are done, and is skipped when one of them
 * is not; a delete waits besides until every earlier create and update has ended, however it did, so that nothing goes
 * before its time. A failed step stops no other. Never throws for a step.
 * @returns a result for each step, in the order of the plan
 */
export async function apply(plan: Plan, session: ApplySession, options: ApplyOptions): Promise<StepResult[]> {
  const run: Run = { plan, session, options, oneCreate: pLimit(1), made: new Set(), gone: new Set() };
  const limit = pLimit(session.parallelism);
  const started: { readonly step: Step; readonly result: Promise<StepResult> }[] = [];
  for (const step of plan.steps) {
    const awaited = started.filter((earlier) => awaits(step, earlier.step)).map(({ result }) => result);
    started.push({ step, result: runStep(step, Promise.all(awaited), { run, limit }) });
  }
  return Promise.all(started.map(({ result }) => result));
}

function awaits(step: Step, earlier: Step): boolean {
  return step.after.includes(earlier.id) || (step.op === 'delete' && earlier.op !== 'delete');
}

interface Slots {
  readonly run: Run;
  readonly limit: ReturnType<typeof pLimit>;
}

async function runStep(
  step: Step,
  awaited: Promise<readonly StepResult[]>,
  { run, limit }: Slots,
): Promise<StepResult> {
  const failed = (await awaited).find(
    ({ step: { id }, status }) => step.after.includes(id) && status !== 'done',
  );
  const ended = failed === undefined ? await attempt(step, run, limit) : skipped(step, failed);
  run.options.onEvent({ kind: 'ended', result: ended });
  return ended;
}

async function attempt(step: Step, run: Run, limit: Slots['limit']): Promise<StepResult> {
  const trace = newTrace(step);
  try {
    await waitForCooldown(step, run);
    await limit(() => start(step, run, trace));
    return resultOf(step, 'done', trace);
  } catch (cause) {
    const error = explain(cause, run);
    if (error.code === 'interrupted' && trace.attempts === 0) return skippedByStop(step);
    return { ...resultOf(step, trace.doubt ? 'unknown' : 'failed', trace), error };
  }
}

/** @throws VocabError `interrupted` when the run shall start nothing more */
async function start(step: Step, run: Run, trace: Trace): Promise<void> {
  run.options.stop?.throwIfAborted();
  run.options.onEvent({ kind: 'started', step });
  await carryOut(step, run, trace);
}

function carryOut(step: Step, run: Run, trace: Trace): Promise<void> {
  switch (step.op) {
    case 'create':
      return createOnce(step, run, trace);
    case 'update':
      return updateList(step, run, trace);
    case 'delete':
      return deleteList(step, run, trace);
  }
}

/** `not_before` is a time of the server's clock, so the server is asked what time it is. */
async function waitForCooldown(step: Step, run: Run): Promise<void> {
  const { before } = step.change;
  if (step.not_before === null || before === null) return;
  const { clock } = run.session;
  const now = (await reread(before.vocabulary_id, run))?.server_time ?? clock.now();
  const ms = step.not_before - now;
  if (ms <= 0) return;
  run.options.onEvent({ kind: 'waiting', step, ms });
  await clock.sleep(ms, stopOf(run));
}

/** A step never throws: what the others did must be reported even if this one met a bug of ours. */
function explain(cause: unknown, { session: { signal } }: Run): VocabError {
  if (cause instanceof VocabError) return cause;
  if (signal?.aborted) return new VocabError('interrupted', 'the run was stopped', { cause });
  const what = messageOf(cause);
  return new VocabError('unexpected', `a bug in vocabsync: ${what}`, { cause });
}

function skipped(step: Step, because: StepResult): StepResult {
  return resultOf(step, 'skipped', { ...newTrace(step), note: `step ${because.step.id} was not done` });
}

function skippedByStop(step: Step): StepResult {
  return resultOf(step, 'skipped', { ...newTrace(step), note: 'the run was stopped before' });
}

function newTrace({ change }: Step): Trace {
  return {
    vocabulary_id: change.before?.vocabulary_id ?? null,
    request_id: null,
    attempts: 0,
    wrote: false,
    doubt: false,
    unclaimed: false,
    note: null,
  };
}

function resultOf(step: Step, status: StepStatus, { doubt: _, unclaimed, ...trace }: Trace): StepResult {
  return { step, status, ...trace, ...(unclaimed && { unclaimed }), error: null };
}
