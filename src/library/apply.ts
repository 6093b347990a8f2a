import type { ApplyEvent } from '../apply/run.js';
import { describeAccount, sameAccount } from '../model/account.js';
import { VocabError } from '../model/errors.js';
import type { BackedUpList } from '../model/observed.js';
import type { Plan, ReviewedPlan } from '../model/plan.js';
import type { ApplyResult } from '../model/result/apply-result.js';
import { nothingPublished, type PublishedOutputs } from '../model/result/outputs.js';
import { planRestore } from '../pipelines/reconcile.js';
import { type Review, requireReviewed, requireSameShaping } from './approval.js';
import { carryOut } from './carry-out.js';
import { interruption, requireNumber, unfailing } from './from-callers.js';
import { type Machine, thisMachine } from './machine.js';
import type { OpenAccount } from './open-account.js';
import { lastLook, type PlanningOptions, plan, planOptionsOf } from './planning/plan.js';
import { publishIds, publishRestored } from './publish-ids.js';
import type { Usable } from './require-usable.js';

/**
 * What makes it right to carry a plan out: the digest that was approved, which must be exactly that of the plan, unless
 * nothing is left to do; a plan file that was approved, as `readPlanFile` reads it; or that the caller answers for the plan.
 */
export type Approval = { readonly digest: string } | { readonly file: ReviewedPlan } | 'by-the-caller';

/** What a plan is made from, and where it is carried out. */
export interface Project {
  readonly checked: Usable;
  readonly account: OpenAccount;
}

/** Give the options that the plan was made with. */
export interface ApplyingOptions extends PlanningOptions {
  readonly approval: Approval;
  /** How long to wait for a written list to be `OK`, in milliseconds: a minute unless given. */
  readonly wait?: number | undefined;
  /** How long a create waits for a slot that has gone meanwhile, in milliseconds: not at all unless given. */
  readonly waitSlot?: number | undefined;
  /** Lets what is under way come to its end, and starts nothing more. */
  readonly stop?: AbortSignal | undefined;
  /** Hears what is under way. */
  readonly onEvent?: ((event: ApplyEvent) => void) | undefined;
  /** Whether the files under `outputs` are written: yes unless given. For a test, whose ids nobody shall read, no. */
  readonly publish?: boolean | undefined;
  /** The plan is one of `planRestore` for these. */
  readonly backups?: readonly BackedUpList[] | undefined;
  /** Where it runs: this very process unless given. */
  readonly machine?: Machine | undefined;
}

/** What a run did. */
export interface Applied {
  /** What became of each step, and whether the account is now as desired (`converged`). */
  readonly result: ApplyResult;
  /** The files under `outputs`: those that were written, or why they were not. */
  readonly outputs: PublishedOutputs;
  /** The folder with what was overwritten or deleted, relative to the working directory; null when nothing was. */
  readonly backups: string | null;
}

const usualWait = 60_000;

/**
 * Carries an approved plan out, as `vocabsync apply` does: alone on this machine, looking before each write, keeping what
 * it overwrites, waiting until each list is `OK`, writing the files under `outputs`. A step that fails is part of the
 * result; so is an output that cannot be written.
 * @throws VocabError before anything is written: `plan-stale`, `plan-file-invalid` or `usage` when it is not what was
 *   approved, or nobody says what was, `blocked`, `locked` when another apply of the account runs
 */
export async function apply(
  fresh: Plan,
  { checked, account }: Project,
  options: ApplyingOptions,
): Promise<Applied> {
  const how = planOptionsOf(options);
  const { approval, wait = usualWait, waitSlot = 0, stop, onEvent = () => {}, backups } = options;
  const { machine = thisMachine(), publish = true } = options;
  requireNumber('wait', wait, { least: 0 });
  requireNumber('waitSlot', waitSlot, { least: 0 });
  requireSameAccount(fresh, account);
  const review = reviewOf(approval);
  if (review.reviewed !== null) requireSameShaping(review.reviewed, how.shaping, 'the approved file');
  await requireReviewed(fresh, review);
  const { config, desired } = checked;
  const planAgain = () => plan(checked, account, lastLook(how));
  const replan = () =>
    backups === undefined ? planAgain() : planRestore({ backups, desired }, account, how);
  const place = { config, session: account, how, replan };
  const done = await carryOut(fresh, place, {
    wait,
    waitSlot,
    stop: stop && interruption(stop),
    onEvent: unfailing(onEvent),
    machine,
  });
  const asked = { config, desired };
  const published = () =>
    backups === undefined
      ? publishIds(done.result.final, asked)
      : publishRestored(done.result, asked, planAgain);
  return { ...done, outputs: publish ? await published() : nothingPublished };
}

/** Whose another digest is, nobody has told the library. */
const others = async () => [];

/**
 * Takes an approval as it comes from a program, whose variable may not be set and whose file may be empty: what does not say
 * what was approved approves nothing. Where it is said twice, both count.
 */
function reviewOf(approval: unknown): Review {
  if (approval === 'by-the-caller') return { reviewed: null, others };
  const { digest, file } = fieldsOf(approval);
  const expectDigest = typeof digest === 'string' && digest !== '' ? digest : undefined;
  const reviewed = isReviewedPlan(file) ? file : null;
  const isUnsaid = expectDigest === undefined && reviewed === null;
  const isBroken =
    (digest !== undefined && expectDigest === undefined) || (file !== undefined && reviewed === null);
  if (isUnsaid || isBroken) {
    throw new VocabError('usage', 'the approval does not say which plan was approved', {
      hint: "give { digest: 'vs2:…' }, { file } with what readPlanFile resolves to, or 'by-the-caller'",
    });
  }
  return { reviewed, ...(expectDigest !== undefined && { expectDigest }), others };
}

function isReviewedPlan(file: unknown): file is ReviewedPlan {
  const { changes, shaping, account, digest } = fieldsOf(file);
  return Array.isArray(changes) && [shaping, account, digest].every((part) => part !== undefined);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** An approval holds for one account, also where the caller is the one who approves. */
function requireSameAccount({ account: planned }: Plan, { account }: OpenAccount): void {
  if (sameAccount(planned, account)) return;
  throw new VocabError(
    'usage',
    `the plan was made for ${describeAccount(planned)}, and is to be carried out on ${describeAccount(account)}`,
    { hint: 'plan with the account that it is applied to' },
  );
}
