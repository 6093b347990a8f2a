import type { StoredList } from '../../../src/emulator/account-state.js';
import { prefixOf } from '../../../src/model/observed.js';
import type { Step } from '../../../src/model/plan.js';
import type { StepResult } from '../../../src/model/result/apply-result.js';
import { sameWords } from '../same-words.js';
import { isOurs, type Wanted } from './drawn-account.js';
import type { Entry, Witnessed } from './witness.js';

/*
 * What must hold however somebody else writes, a sentence for each breach. The API has no conditional write, so between our
 * last look and our write anything may happen, and nobody can help it. The judge allows exactly that and no more: it
 * asks for the look, right where it has to be, and holds us to everything that was there when we looked.
 */

export interface Verdict {
  readonly breaches: readonly string[];
  /** Writes of ours over what somebody else had done since our look: docs/reliability.md, "The window of a write". */
  readonly unavoidable: number;
}

export interface Judged {
  readonly log: readonly Entry[];
  readonly list_quota: number;
  /** Whether steps that begin are in the log. */
  readonly knowsSteps: boolean;
  /** Whether one step is carried out after the other. */
  readonly isOneByOne: boolean;
}

export function judge(judged: Judged): Verdict {
  const { log } = judged;
  const writes = log.flatMap((entry, index) => (isOurWrite(entry) ? [{ write: entry, index }] : []));
  const verdicts = writes.map(({ write, index }) =>
    write.action === 'create' ? judgeCreate(write, index, judged) : judgeDestruction(write, index, judged),
  );
  return {
    breaches: [...log.flatMap(namesTheirs), ...verdicts.flatMap(({ breaches }) => breaches)],
    unavoidable: verdicts.reduce((sum, { unavoidable }) => sum + unavoidable, 0),
  };
}

function isRequest(entry: Entry | undefined): entry is Witnessed {
  return entry !== undefined && !('begun' in entry);
}

/** One that was carried out. */
export function isOurWrite(entry: Entry): entry is Witnessed {
  const isWrite = isRequest(entry) && entry.action !== 'list' && entry.action !== 'query';
  return isWrite && entry.by === 'us' && entry.isDone;
}

function namesTheirs(entry: Entry): string[] {
  if (!isRequest(entry) || entry.by === 'them' || entry.vocabulary_id === null) return [];
  return isOurs(entry.vocabulary_id) ? [] : [`we ${entry.action} ${entry.vocabulary_id}, which is theirs`];
}

const fine: Verdict = { breaches: [], unavoidable: 0 };

function breach(...breaches: readonly string[]): Verdict {
  return { breaches, unavoidable: 0 };
}

/** A create comes after a whole listing that shows a free slot, and no other create of ours lies between. */
function judgeCreate(write: Witnessed, index: number, { log, list_quota }: Judged): Verdict {
  const earlier = log.slice(0, index);
  const look = earlier.findLastIndex(
    (entry) => isRequest(entry) && entry.by === 'us' && entry.action === 'list' && entry.page_index === 0,
  );
  const own = earlier.findLastIndex((entry) => isOurWrite(entry) && entry.action === 'create');
  const begun = earlier.findLastIndex((entry) => 'begun' in entry && entry.begun.op === 'create');
  if (look <= own || look < begun) return breach(`we made ${write.vocabulary_id} without a look`);
  const theirs = earlier
    .slice(look)
    .filter((entry) => isRequest(entry) && entry.by === 'them' && entry.action === 'create' && entry.isDone);
  if (write.slots <= list_quota) return fine;
  if (write.slots - theirs.length <= list_quota) return { breaches: [], unavoidable: 1 };
  return breach(`with ${write.vocabulary_id} we took the account to ${write.slots} slots of ${list_quota}`);
}

/** An update or delete comes after a look at this very list, and what was seen there is what was planned for and is kept. */
function judgeDestruction(write: Witnessed, index: number, judged: Judged): Verdict {
  const { vocabulary_id } = write;
  const what = `we ${write.action} ${vocabulary_id}`;
  const look = lookBefore(write, index, judged);
  if (look === null) return breach(`${what} without a look`);
  const seen = look.look.before;
  if (seen === null) return breach(`${what}, which was gone when we looked`);
  const planned = look.step?.change.before ?? null;
  return {
    breaches: [
      ...(write.kept.some((backup) => isBackupOf(backup, seen))
        ? []
        : [`${what}, and did not keep its words`]),
      ...(planned === null || sameWords(planned.hotwords, seen.vocabulary)
        ? []
        : [`${what}, whose words no plan has shown`]),
      ...(write.before === null ||
      isSame(write.before, seen) ||
      wasWrittenByThem(judged.log.slice(look.at, index), vocabulary_id)
        ? []
        : [`${what}, over words that we had put there ourselves`]),
    ],
    unavoidable: write.before === null || isSame(write.before, seen) ? 0 : 1,
  };
}

interface Look {
  readonly look: Witnessed;
  readonly at: number;
  readonly step: Step | null;
}

/**
 * Our last request about the list, which must be after its step began; one step at a time, no write may lie between. A read of
 * something else may: one that was given up, as a reading of the account had failed, can still be on its way.
 */
function lookBefore({ vocabulary_id }: Witnessed, index: number, judged: Judged): Look | null {
  const { log, knowsSteps, isOneByOne } = judged;
  const earlier = log.slice(0, index);
  const at = earlier.findLastIndex(
    (entry) =>
      isRequest(entry) &&
      entry.by === 'us' &&
      (entry.vocabulary_id === vocabulary_id || (isOneByOne && isOurWrite(entry))),
  );
  const look = earlier[at];
  if (!isRequest(look) || look.action !== 'query' || look.vocabulary_id !== vocabulary_id) return null;
  if (!knowsSteps) return { look, at, step: null };
  const begun = earlier.findLastIndex(
    (entry) => 'begun' in entry && entry.begun.change.before?.vocabulary_id === vocabulary_id,
  );
  const entry = earlier[begun];
  return entry === undefined || isRequest(entry) || begun > at ? null : { look, at, step: entry.begun };
}

function wasWrittenByThem(log: readonly Entry[], id: string | null): boolean {
  return log.some(
    (entry) => isRequest(entry) && entry.by === 'them' && entry.vocabulary_id === id && entry.isDone,
  );
}

function isBackupOf(backup: Witnessed['kept'][number], list: StoredList): boolean {
  const { vocabulary_id, target_model } = list;
  const isOfIt = backup.vocabulary_id === vocabulary_id && backup.target_model === target_model;
  return isOfIt && sameWords(backup.hotwords, list.vocabulary);
}

function isSame(one: StoredList, other: StoredList): boolean {
  return sameWords(one.vocabulary, other.vocabulary);
}

/** Keys of which we have made two lists that are still there. */
export function madeTwice(log: readonly Entry[], lists: readonly StoredList[]): string[] {
  const ours = new Set(
    log.flatMap((entry) => (isOurWrite(entry) && entry.action === 'create' ? entry.vocabulary_id : [])),
  );
  const keys = lists
    .filter(({ vocabulary_id }) => ours.has(vocabulary_id))
    .map(({ prefix, target_model }) => `${prefix}@${target_model}`);
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `we have made two lists of ${key}`);
}

/** What is not as wanted, where a run says that all is. */
export function notAsWanted(lists: readonly StoredList[], wanted: readonly Wanted[], now: number): string[] {
  const inside = lists.filter(({ vocabulary_id }) => isOurs(vocabulary_id));
  const missing = wanted.filter(({ prefix, target_model, words }) => {
    const ofKey = inside.filter(
      (list) => prefixOf(list.vocabulary_id) === prefix && list.target_model === target_model,
    );
    const isThere = ofKey.some(
      ({ vocabulary, ready_at }) =>
        ready_at <= now &&
        sameWords(
          vocabulary,
          words.map((text) => ({ text, weight: 4 })),
        ),
    );
    return !isThere || ofKey.length > 1;
  });
  return [
    ...missing.map(({ prefix, target_model }) => `${prefix}@${target_model} is not as wanted`),
    // One of another model is superseded, and stays until --retire.
    ...inside
      .filter(({ vocabulary_id }) => !wanted.some(({ prefix }) => prefix === prefixOf(vocabulary_id)))
      .map(({ vocabulary_id }) => `${vocabulary_id} is an orphan`),
  ];
}

/** What a run says of its steps, and has not seen. */
export function unfounded(steps: readonly StepResult[], log: readonly Entry[]): string[] {
  return steps.flatMap((result) => {
    const { step, status, wrote, error } = result;
    const what = `${step.op} ${step.change.address}`;
    if (status === 'done' && !isSeenDone(result, log)) {
      return [`it says that it is done to ${what}, and has not seen it`];
    }
    // Nothing was written: it waits for a list of somebody else's, which must have had the words.
    if (error?.code === 'not-ready' && step.op === 'create' && !wrote && !isSeen(result, log, () => true)) {
      return [`it waited to ${what} for a list that never had the words`];
    }
    return [];
  });
}

function isSeenDone(result: StepResult, log: readonly Entry[]): boolean {
  if (result.step.op === 'delete') return requestsAbout(result, log).some(({ after }) => after === null);
  return isSeen(result, log, ({ ready_at }, at) => ready_at <= at);
}

function isSeen(
  result: StepResult,
  log: readonly Entry[],
  isEnough: (list: StoredList, at: number) => boolean,
): boolean {
  const words = result.step.change.after?.hotwords ?? [];
  return requestsAbout(result, log).some(
    ({ action, after, at }) =>
      action === 'query' && after !== null && isEnough(after, at) && sameWords(after.vocabulary, words),
  );
}

/** Our own ones since the step began. */
function requestsAbout({ step, vocabulary_id }: StepResult, log: readonly Entry[]): Witnessed[] {
  const begun = log.findIndex((entry) => 'begun' in entry && entry.begun === step);
  return log
    .slice(begun)
    .filter(isRequest)
    .filter(({ by, vocabulary_id: id }) => by === 'us' && id === vocabulary_id);
}
