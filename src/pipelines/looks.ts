import { openRaces, settlingTime, type Written } from '../apply/lost-races.js';
import type { ApplyOptions, ApplySession } from '../apply/run.js';
import { isIneffective, type Plan } from '../model/plan.js';

/* The looks at an account that a run has written to: until it is told what came of that, and until all lists are in effect. */

/** Makes the same plan from what the account is by then. */
export type Replan = () => Promise<Plan>;

interface LastLook {
  readonly replan: Replan;
  readonly written: Written;
  /** Ids of the lists that the run has made, as far as a plan shows which these are. */
  readonly madeBy: (look: Plan) => ReadonlySet<string>;
}

/**
 * The read that decides what came of the run: not before races can be told, see apply/lost-races, and not before a
 * listing that lags behind shows what this run has done, as long as the run may wait.
 */
export async function lastLook(
  { replan, madeBy, written }: LastLook,
  { clock, signal }: ApplySession,
  { wait }: Pick<ApplyOptions, 'wait'>,
): Promise<Plan> {
  const until = clock.now() + wait;
  if (written.made.size > 0) await clock.sleep(settlingTime, signal);
  for (;;) {
    const final = await replan();
    const shown = showsAll(final, written) && openRaces(final, madeBy(final)).length === 0;
    if (shown || clock.now() >= until) return final;
    await clock.sleep(settlingTime, signal);
  }
}

/** Between two looks at lists that are not OK, in milliseconds. */
const readyPause = 5_000;

interface Looking {
  readonly replan: Replan;
  /** Ids of the lists that this run has waited for itself. */
  readonly written: ReadonlySet<string | null>;
}

type Waiting = Pick<ApplySession, 'clock' | 'signal'> & Pick<ApplyOptions, 'wait' | 'stop' | 'onEvent'>;

/** Looks again and again as long as nothing is left to do but to wait for lists that others have written, and there is time. */
export async function untilUsable(
  latest: Plan,
  { replan, written }: Looking,
  { clock, signal, wait, stop, onEvent }: Waiting,
): Promise<Plan> {
  const since = clock.now();
  const isStopped = () => stop?.aborted === true;
  for (let seen = latest; ; ) {
    const lists = seen.changes.filter(
      (change) =>
        change.before !== null && isIneffective(change) && !written.has(change.before.vocabulary_id),
    );
    const gone = clock.now() - since;
    if (lists.length === 0 || seen.steps.length > 0 || gone >= wait || isStopped()) return seen;
    onEvent({ kind: 'settling', lists: lists.length, ms: gone });
    try {
      await clock.sleep(Math.min(readyPause, wait - gone), stopOrEnd(stop, signal));
      seen = await replan();
    } catch (error) {
      // What was seen before somebody wanted it to stop is how it has ended.
      if (isStopped()) return seen;
      throw error;
    }
  }
}

function stopOrEnd(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((one) => one !== undefined));
}

function showsAll({ known_ids }: Plan, { made, gone }: Written): boolean {
  const known = new Set(known_ids);
  return [...made].every((id) => known.has(id)) && ![...gone].some((id) => known.has(id));
}
