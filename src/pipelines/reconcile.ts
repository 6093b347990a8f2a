import { apply } from '../apply/apply.js';
import { lostRaces, perhapsMade, writtenIn } from '../apply/lost-races.js';
import { retryBudget, withRetriedReads } from '../apply/retry.js';
import type { ApplyOptions, ApplySession } from '../apply/run.js';
import { settle } from '../apply/settle.js';
import { decideChanges } from '../diff/changes.js';
import { instantChanges } from '../diff/instant-changes.js';
import { matchBackups } from '../diff/match-backups.js';
import { classify, mayBeOurs } from '../diff/ownership.js';
import { restoreRemarks } from '../diff/restore-remarks.js';
import { withLevels } from '../model/catalogue/with-levels.js';
import type { Desired } from '../model/desired.js';
import { VocabError } from '../model/errors.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import { unpublished } from '../model/instant/unpublished.js';
import { type BackedUpList, prefixOf } from '../model/observed.js';
import {
  type AccountIdentity,
  type Allowance,
  isUsable,
  type Plan,
  type Publishable,
  type Shaping,
} from '../model/plan.js';
import type { ApplyResult } from '../model/result/apply-result.js';
import type { PublishedFile } from '../model/result/published.js';
import { observe, type ReadEvent } from '../observe/observe.js';
import { schedule } from '../schedule/schedule.js';
import { lastLook, type Replan, untilUsable } from './looks.js';
import { otherAccounts, restoreBlocks } from './restore-blocks.js';

/** One run against one account: its reads are retried, all of them from one budget. */
export interface Session extends ApplySession {
  readonly account: AccountIdentity;
  /**
   * Reads the files that applications read. Left out: nobody knows what they read, and a list is retired on the word of
   * whoever says so.
   */
  readonly readPublished?: (() => Promise<readonly PublishedFile[]>) | undefined;
}

/** Where a plan is made and applied, and what it takes from the world. */
export interface SessionPorts extends Omit<Session, 'budget' | 'readAccount'> {
  /** Told how far the reading of the account has come, for people who wait. */
  readonly onRead?: ((event: ReadEvent) => void) | undefined;
}

export interface PlanOptions {
  readonly shaping: Shaping;
  readonly allow: readonly Allowance[];
}

export interface ReconcileOptions extends PlanOptions, ApplyOptions {}

export function openSession(ports: SessionPorts): Session {
  const { clock, parallelism, onRead } = ports;
  const budget = retryBudget();
  const remote = withRetriedReads(ports.remote, { ...ports, budget });
  return {
    ...ports,
    budget,
    remote,
    readAccount: (isOurs, signal) => observe(remote, { isOurs, clock, parallelism, signal, onRead }),
  };
}

/** Desired + account → Plan. Changes nothing. */
export async function plan(desired: Desired, session: Session, options: PlanOptions): Promise<Plan> {
  const { account } = session;
  const observed = await session.readAccount(mayBeOurs(desired), session.signal);
  const ownership = classify(desired, observed);
  const { retire, delete_first } = options.shaping;
  // Whoever deletes first takes the time without words upon himself.
  const waits = retire && !delete_first && desired.instant.length > 0;
  const files = waits ? await session.readPublished?.() : undefined;
  const changes = decideChanges(desired, ownership, {
    retire,
    ...(files === undefined ? {} : { unpublished: unpublished(desired.instant, files) }),
  });
  const instant = instantChanges(desired, changes);
  const { server_time } = observed;
  return levelled(schedule({ account, desired, ownership, changes, instant, server_time }, options), desired);
}

/** Desired → what applications send with their requests: no account has a part in it. */
export function sentWithRequests(desired: Desired): Publishable {
  return { changes: [], instant: instantChanges(desired, []) };
}

/** Backups + account → Plan: brings lists back and touches no other. The next plan of the configuration may differ. */
export async function planRestore(
  { backups, desired }: { readonly backups: readonly BackedUpList[]; readonly desired: Desired },
  session: Session,
  options: PlanOptions,
): Promise<Plan> {
  const { account } = session;
  const isOurs = mayBeOurs(desired);
  const prefixes = new Set(backups.map(({ prefix }) => prefix));
  const observed = await session.readAccount(
    (list) => isOurs(list) || prefixes.has(prefixOf(list.vocabulary_id) ?? ''),
    session.signal,
  );
  const ownership = { ...classify(desired, observed), missing_pins: [] };
  const changes = matchBackups(backups, observed.read, desired.lists);
  const { server_time } = observed;
  const instant: readonly InstantChange[] = [];
  const made = schedule({ account, desired, ownership, changes, instant, server_time }, options);
  const restored = { backups, account: observed, desired };
  const remarks = [
    ...otherAccounts(backups, account),
    ...restoreRemarks(changes, restored),
    ...restoreBlocks(changes, restored, account),
  ];
  return levelled({ ...made, diagnostics: [...made.diagnostics, ...remarks] }, desired);
}

/** What is said of an account is said as seriously as the configuration asks. */
function levelled(made: Plan, { levels }: Desired): Plan {
  return levels === undefined ? made : { ...made, diagnostics: withLevels(made.diagnostics, levels) };
}

/** Plan → account, and a fresh look at what came of it. The plan must not be blocked. */
export async function reconcile(
  { approved, replan }: Approved,
  session: Session,
  options: ReconcileOptions,
): Promise<ApplyResult> {
  if (approved.blocked.length > 0) throw new TypeError('a blocked plan is never applied');
  const steps = [...(await apply(approved, session, options))];
  const written = writtenIn(steps);
  const madeBy = (look: Plan) => perhapsMade(written, look, approved.known_ids);
  const interrupted = () => options.stop?.aborted ?? false;
  try {
    let final = await lastLook({ replan, madeBy, written }, session, options);
    const lost = await apply({ ...final, steps: lostRaces(final, madeBy(final)) }, session, options);
    // What was done is told, also when nobody can look at it any more.
    steps.push(...lost);
    if (lost.length > 0) final = await replan();
    const own = new Set(steps.map(({ vocabulary_id }) => vocabulary_id));
    final = await untilUsable(final, { replan, written: own }, { ...session, ...options });
    return {
      plan: approved,
      steps: settle(steps, final),
      final,
      converged: isConverged(final),
      interrupted: interrupted(),
      final_error: null,
    };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return {
      plan: approved,
      steps,
      final: null,
      converged: false,
      interrupted: interrupted(),
      final_error: error,
    };
  }
}

export interface Approved {
  readonly approved: Plan;
  readonly replan: Replan;
}

/**
 * Waits for lists that an earlier run has written and that were not OK in its time: the files under `outputs` wait for them, too.
 * @returns how the account is at the last look; where nothing has to be waited for, it is as approved
 */
export async function whenUsable(
  { approved, replan }: Approved,
  session: Session,
  options: Pick<ApplyOptions, 'wait' | 'stop' | 'onEvent'>,
): Promise<Ended> {
  const isStopped = () => options.stop?.aborted === true;
  try {
    const final = await untilUsable(approved, { replan, written: new Set() }, { ...session, ...options });
    return { final, converged: isConverged(final), interrupted: isStopped(), final_error: null };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { final: null, converged: false, interrupted: isStopped(), final_error: error };
  }
}

/** How a run has ended, beside its steps. */
type Ended = Pick<ApplyResult, 'final' | 'converged' | 'interrupted' | 'final_error'>;

/** Nothing left to write, nothing in the way, and every desired list usable. */
export function isConverged(fresh: Plan): boolean {
  return fresh.steps.length === 0 && fresh.blocked.length === 0 && isUsable(fresh);
}
