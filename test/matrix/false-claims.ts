import type { StoredList } from '../../src/emulator/account-state.js';
import type { ApplyResult, StepResult } from '../../src/model/result/apply-result.js';
import { sameWords } from './same-words.js';

/** The lists of the account right before and right after a run. */
export interface RunEffect {
  readonly before: readonly StoredList[];
  readonly after: readonly StoredList[];
}

/** Where the report of a run says otherwise than the account: a sentence for each. What is `unknown` claims nothing. */
export function falseClaims({ steps }: ApplyResult, effect: RunEffect): string[] {
  return steps
    .filter((result) => !isTrue(result, effect))
    .map(
      ({ step, status }) => `the report has ${step.op} ${step.change.address} as ${status}, which is not so`,
    );
}

function isTrue(result: StepResult, effect: RunEffect): boolean {
  if (result.status === 'done') return isInEffect(result, effect);
  return result.wrote || hasNoEffect(result, effect);
}

function isInEffect({ step, vocabulary_id }: StepResult, { after }: RunEffect): boolean {
  const list = after.find((each) => each.vocabulary_id === vocabulary_id);
  if (step.op === 'delete') return list === undefined;
  return list !== undefined && sameWords(list.vocabulary, step.change.after?.hotwords ?? []);
}

function hasNoEffect({ step }: StepResult, { before, after }: RunEffect): boolean {
  const { before: planned, prefix, target_model } = step.change;
  if (planned !== null) return find(before, planned.vocabulary_id) === find(after, planned.vocabulary_id);
  return !after.some(
    (list) => list.prefix === prefix && list.target_model === target_model && !before.includes(list),
  );
}

function find(lists: readonly StoredList[], id: string): StoredList | undefined {
  return lists.find(({ vocabulary_id }) => vocabulary_id === id);
}
