import type { Action, Change, HotwordDiff } from './change.js';
import type { Diagnostic, Location } from './diagnostic.js';
import { VocabError } from './errors.js';
import type { Hotword } from './hotword.js';
import type { InstantChange } from './instant/instant-change.js';
import { isReady, type ListedList, type ObservedList } from './observed.js';

export type StepOp = 'create' | 'update' | 'delete';

/** A list as it must be for another to go. */
export interface ReadyList {
  readonly vocabulary_id: string;
  readonly hotwords: readonly Hotword[];
}

/** One write, at its place in the order. */
export interface Step {
  /** `1`, `2`, …: the position in the plan. */
  readonly id: string;
  readonly op: StepOp;
  readonly change: Change;
  /** Ids of steps that must be done before this one starts. */
  readonly after: readonly string[];
  /** Slots taken in the account when the steps up to and with this one are done. */
  readonly slots_after: number;
  /** An update waits until then; epoch milliseconds of the server's clock, null: at once. */
  readonly not_before: number | null;
  /** Lists that must be `OK` and have these words when this one is deleted. */
  readonly replacements: readonly ReadyList[];
}

/** The slots of an account, as counts of lists. */
export interface Quota {
  readonly limit: number;
  readonly in_use: number;
  readonly unmanaged: number;
  /** The most slots taken at any time of the run. */
  readonly peak: number;
  readonly after: number;
}

/** Why a plan is not applied. A guard is one of these that a flag lifts. */
export type BlockRule =
  | 'no-slot'
  | 'rival'
  | 'pinned-list-missing'
  | 'max-deletes'
  | 'hotword-loss'
  | 'drop-fields';

/** Something that keeps the whole plan from being applied. */
export interface Blocked {
  readonly rule: BlockRule;
  readonly address: string | null;
  readonly message: string;
  /** The ways out, each an instruction; several where the user has the choice. */
  readonly hints: readonly string[];
}

/** Where the lists live: part of what is approved. */
export interface AccountIdentity {
  /** The base URL, or `emulator`. */
  readonly endpoint: string;
  readonly workspace: string | null;
  /** What people call the account; null: it has no name, and is told by the variable of its key. */
  readonly name: string | null;
  /** The NAME of the variable that holds the key. */
  readonly api_key_env: string;
}

/** What would be written to an account, in its order, and everything that is to be said of it. Data: nothing in it acts. */
export interface Plan {
  readonly account: AccountIdentity;
  /** `vs2:sha256:…` over what would be written; see schedule/digest. */
  readonly digest: string;
  readonly quota: Quota;
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** Vocabularies whose words go with each request, by name: no step is taken for them. */
  readonly instant: readonly InstantChange[];
  readonly blocked: readonly Blocked[];
  readonly unmanaged: readonly ListedList[];
  /** Every list the account held when it was read, by id. */
  readonly known_ids: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The server's clock when the account was read, epoch milliseconds; null when it cannot be read. */
  readonly server_time: number | null;
}

/** The flags that change what is planned; `plan` and `apply` take the same. */
export interface Shaping {
  /** Delete superseded lists whose replacements are all ready. */
  readonly retire: boolean;
  /** Let a superseded list go before its replacement is made, where no slot is free. */
  readonly delete_first: boolean;
}

export const noShaping: Shaping = { retire: false, delete_first: false };

/** The guards that a flag lifts, each with whether it names the list that it is lifted for. */
const liftable = {
  'max-deletes': 'for all',
  'hotword-loss': 'for one list',
  'drop-fields': 'for one list',
} as const satisfies Partial<Record<BlockRule, 'for all' | 'for one list'>>;

/** What the user lifts for this run, as `--allow` has it; never part of the digest. */
export type Allowance = string;

/**
 * Takes what lifts guards: one that lifts nothing was meant to.
 * @param flag what stands before each where it is written: nothing in a program
 * @throws VocabError `usage` for an allowance that does not exist
 */
export function requireAllowances(allow: readonly string[], flag = ''): readonly Allowance[] {
  const unknown = allow.find((entry) => !forms().some((form) => form.test(entry)));
  if (unknown === undefined) return allow;
  const known = allowanceNames().map((name) => `${flag}${name}`);
  throw new VocabError('usage', `${flag}${unknown} is not an allowance`, {
    hint: `write ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, with an address as the plan shows it`,
  });
}

/** Every allowance there is; ADDRESS stands for one of a list. */
export function allowanceNames(): string[] {
  return Object.entries(liftable).map(([guard, scope]) => (scope === 'for all' ? guard : `${guard}=ADDRESS`));
}

function forms(): RegExp[] {
  return allowanceNames().map((name) => new RegExp(`^${name.replace('ADDRESS', '.+')}$`));
}

/** A write that was reviewed, as a plan file holds it. */
export interface ReviewedChange {
  readonly address: string;
  readonly action: StepOp;
  readonly prefix: string;
  readonly target_model: string;
  /** null for a create. */
  readonly before: { readonly vocabulary_id: string } | null;
  readonly hotwords: HotwordDiff;
  /** The hash of all the words that a create or update leaves; null for a delete. */
  readonly words_digest: string | null;
}

/** What a plan file says: enough to tell whether a fresh plan is still the reviewed one, never enough to act on. */
export interface ReviewedPlan {
  readonly account: AccountIdentity;
  readonly digest: string;
  readonly shaping: Shaping;
  readonly changes: readonly ReviewedChange[];
}

/** What of a plan decides what applications are told: the lists, and the words that go with requests. */
export type Publishable = Pick<Plan, 'changes' | 'instant'>;

/** Whether every desired list is there and `OK`. */
export function isUsable({ changes }: Pick<Plan, 'changes'>): boolean {
  return changes.every((change) => !isIneffective(change));
}

/** Whether a list that shall exist is not there, or is not `OK`: recognition with it hears no hotword, and says nothing. */
export function isIneffective({ after, before }: Change): boolean {
  return after !== null && (before === null || !isReady(before));
}

export function countActions({ changes }: Plan, action: Action): number {
  return changes.filter((change) => change.action === action).length;
}

/** What is said of a list that no vocabulary names, and that may be the one of a vocabulary with another prefix now; null: nothing. */
export function claimOf(
  { before }: Pick<Change, 'before'>,
  { diagnostics }: Pick<Plan, 'diagnostics'>,
): Diagnostic | null {
  const isOfIt = ({ rule, message }: Diagnostic) =>
    rule === 'previous-prefix-missing' && before !== null && message.includes(before.vocabulary_id);
  return diagnostics.find(isOfIt) ?? null;
}

/**
 * The list with which consumers of one that is missing may go on: the one whose place it takes, or that may have been its own, where
 * that is for the same model and `OK`.
 */
export function servedBy(
  { address, after, target_model }: Change,
  plan: Pick<Plan, 'changes' | 'diagnostics'>,
): ObservedList | null {
  const old = plan.changes.find((change) => {
    const { before } = change;
    if (before?.target_model !== target_model || !isReady(before)) return false;
    if (change.replacements.includes(address)) return true;
    const place = claimOf(change, plan)?.location ?? null;
    return place !== null && after !== null && isSamePlace(place, after.location);
  });
  return old?.before ?? null;
}

function isSamePlace({ file, line, column }: Location, other: Location | null): boolean {
  return other?.file === file && other.line === line && other.column === column;
}
