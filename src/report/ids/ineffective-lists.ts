import type { Change } from '../../model/change.js';
import { isIneffective, type Plan } from '../../model/plan.js';

/** A list that applications cannot use yet: recognition with it hears no hotword, and says nothing. */
export interface IneffectiveList {
  /** `name@target_model` */
  readonly address: string;
  /** null: it is not there. */
  readonly vocabulary_id: string | null;
  /** null: it is not there. */
  readonly status: string | null;
  /** Names of the consumers that get no id. */
  readonly consumers: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/** Says of each list that is missing or not `OK` what is the matter, and what to do. */
export function ineffectiveLists({ changes }: Pick<Plan, 'changes'>): IneffectiveList[] {
  return changes.filter(isIneffective).map(({ address, before, consumers }) => {
    const vocabulary_id = before?.vocabulary_id ?? null;
    const status = before?.status ?? null;
    return { address, vocabulary_id, status, consumers, ...said(address, before, consumers) };
  });
}

function said(
  address: string,
  list: Change['before'],
  consumers: readonly string[],
): Pick<IneffectiveList, 'message' | 'hint'> {
  const without = consumers.length === 0 ? '' : `; no id is given to ${consumers.join(', ')}`;
  if (list === null) {
    return {
      message: `${address} is not in the account${without}`,
      hint: 'run `vocabsync plan` to see what is missing, and `vocabsync apply` to make it',
    };
  }
  return {
    message: `${address} is ${list.status}, not OK: recognition ignores it (${list.vocabulary_id})${without}`,
    hint: 'run it again in a minute; if it stays so, delete the list in the account and run `vocabsync apply`',
  };
}
