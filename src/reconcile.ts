import { apply } from './apply/apply.js';
import { lostRaces, openRaces, settlingTime } from './apply/lost-races.js';
import { retryBudget, withRetriedReads } from './apply/retry.js';
import type { ApplyOptions, ApplySession } from './apply/run.js';
import { type ConfigSource, loadConfig } from './config/read/load.js';
import { type ConfigLocation, readConfig } from './config/read/read-config.js';
import { expand } from './desired/expand.js';
import { hasChinese, wordsToRead } from './desired/rules/alike/sound-alikes.js';
import { checkRules } from './desired/rules/rules.js';
import { decideChanges } from './diff/changes.js';
import { instantChanges } from './diff/instant-changes.js';
import { matchBackups } from './diff/match-backups.js';
import { classify, mayBeOurs } from './diff/ownership.js';
import { catalogueWith } from './model/catalogue/target-models.js';
import { withLevels } from './model/catalogue/with-levels.js';
import { type Config, levelsOf } from './model/config.js';
import type { Desired } from './model/desired.js';
import { type Diagnostic, hasErrors } from './model/diagnostic.js';
import { VocabError } from './model/errors.js';
import type { InstantChange } from './model/instant/instant-change.js';
import { type BackedUpList, prefixOf } from './model/observed.js';
import {
  type AccountIdentity,
  type Allowance,
  isUsable,
  type Plan,
  type Shaping,
  type StepOp,
} from './model/plan.js';
import type { Clock, Pronounce, RoughReading } from './model/ports.js';
import type { ApplyResult, StepResult } from './model/result/apply-result.js';
import { observe, type ReadEvent } from './observe/observe.js';
import { schedule } from './schedule/schedule.js';

/** A configuration that was read and checked without asking the account. */
export interface Checked {
  /** null when the file is too broken to tell. */
  readonly config: Config | null;
  /** null when there is any error. */
  readonly desired: Desired | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that were read, by the name the diagnostics use, keys blotted out. */
  readonly sources: ReadonlyMap<string, string>;
}

/** One run against one account: its reads are retried, all of them from one budget. */
export interface Session extends ApplySession {
  readonly account: AccountIdentity;
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

/** What checking takes from the world. */
export interface CheckPorts extends Pick<Clock, 'now'> {
  /** Asked for only where there are Chinese words; without it, nobody looks for words that sound alike. */
  readonly loadPronunciation?: () => Promise<Pronounce>;
  /** Asked for before: what has no reading in common need not be pronounced. Without it, every Chinese word is. */
  readonly loadRoughReading?: () => Promise<RoughReading>;
}

/** Config → Desired, with everything there is to say about it. @param source where it is, or a disk that it is on */
export async function check(source: ConfigSource | ConfigLocation, ports: CheckPorts): Promise<Checked> {
  const loaded = await ('disk' in source ? readConfig(source) : loadConfig(source));
  const { config, diagnostics: structural, sources } = loaded;
  if (config === null) return { config, desired: null, diagnostics: structural, sources };
  const catalogue = catalogueWith(config.models);
  const levels = levelsOf(config);
  const readings = levels.get('sounds-alike') === 'off' ? null : await readWords(config, ports);
  const found = checkRules({ config, catalogue, now: ports.now(), readings });
  const diagnostics = withLevels([...structural, ...found], levels);
  const desired = hasErrors(diagnostics) ? null : expand(config, catalogue);
  return { config, desired, diagnostics, sources };
}

/** The readings of the words that may sound alike. What knows them is large, and not loaded where there are none. */
async function readWords(config: Config, ports: CheckPorts): Promise<ReadonlyMap<string, string> | null> {
  const { loadPronunciation, loadRoughReading } = ports;
  if (loadPronunciation === undefined || !hasChinese(config)) return null;
  const words = wordsToRead(config, (await loadRoughReading?.()) ?? null);
  if (words.size === 0) return null;
  const pronounce = await loadPronunciation();
  return new Map([...words].map((word) => [word, pronounce(word)]));
}

/** Desired + account → Plan. Changes nothing. */
export async function plan(desired: Desired, session: Session, options: PlanOptions): Promise<Plan> {
  const { account } = session;
  const observed = await session.readAccount(mayBeOurs(desired), session.signal);
  const ownership = classify(desired, observed);
  const changes = decideChanges(desired, ownership, { retire: options.shaping.retire });
  const instant = instantChanges(desired, changes);
  const { server_time } = observed;
  return levelled(schedule({ account, desired, ownership, changes, instant, server_time }, options), desired);
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
  const changes = matchBackups(backups, observed.read);
  const { server_time } = observed;
  const instant: readonly InstantChange[] = [];
  return levelled(schedule({ account, desired, ownership, changes, instant, server_time }, options), desired);
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
  const steps = await apply(approved, session, options);
  const { made, gone } = writtenIn(steps);
  const interrupted = options.stop?.aborted ?? false;
  try {
    let final = await lastLook({ replan, made, gone }, session, options);
    const lost = await apply({ ...final, steps: lostRaces(final, made) }, session, options);
    if (lost.length > 0) final = await replan();
    const all = [...steps, ...lost];
    return {
      plan: approved,
      steps: all,
      final,
      converged: isConverged(final),
      interrupted,
      final_error: null,
    };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { plan: approved, steps, final: null, converged: false, interrupted, final_error: error };
  }
}

export interface Approved {
  readonly approved: Plan;
  /** Makes the same plan from what the account is by then. */
  readonly replan: () => Promise<Plan>;
}

interface Written {
  /** Ids of the lists that came into being. */
  readonly made: ReadonlySet<string>;
  /** Ids of those that went. */
  readonly gone: ReadonlySet<string>;
}

function writtenIn(steps: readonly StepResult[]): Written {
  const written = steps.filter(({ wrote }) => wrote);
  const idsOf = (op: StepOp) =>
    new Set(written.filter(({ step }) => step.op === op).flatMap(({ vocabulary_id }) => vocabulary_id ?? []));
  return { made: idsOf('create'), gone: idsOf('delete') };
}

/**
 * The read that decides what came of the run: not before races can be told, see apply/lost-races, and not before a
 * listing that lags behind shows what this run has done, as long as the run may wait.
 */
async function lastLook(
  { replan, made, gone }: Pick<Approved, 'replan'> & Written,
  { clock, signal }: Session,
  { wait }: ReconcileOptions,
): Promise<Plan> {
  const until = clock.now() + wait;
  if (made.size > 0) await clock.sleep(settlingTime, signal);
  for (;;) {
    const final = await replan();
    const shown = showsAll(final, { made, gone }) && openRaces(final, made).length === 0;
    if (shown || clock.now() >= until) return final;
    await clock.sleep(settlingTime, signal);
  }
}

function showsAll({ known_ids }: Plan, { made, gone }: Written): boolean {
  const known = new Set(known_ids);
  return [...made].every((id) => known.has(id)) && ![...gone].some((id) => known.has(id));
}

/** Nothing left to write, nothing in the way, and every desired list usable. */
export function isConverged(fresh: Plan): boolean {
  return fresh.steps.length === 0 && fresh.blocked.length === 0 && isUsable(fresh);
}
