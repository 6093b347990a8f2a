import type { StoredList } from '../../src/emulator/account-state.js';
import type { RequestRecord } from '../../src/emulator/request-record.js';
import type { BackedUpList } from '../../src/model/observed.js';
import type { Moment } from '../support/recording-storage.js';
import { isOurs, movingPrefix, quota } from './full-account.js';
import { sameWords } from './same-words.js';

/** All that happened to an account. */
export interface Evidence {
  readonly history: readonly Moment[];
  readonly requests: readonly RequestRecord[];
}

/** What must hold at every moment and for every request, whatever goes wrong: a sentence for each breach. */
export function breaches({ history, requests }: Evidence): string[] {
  const changes = history.slice(1).map((after, index) => ({ before: history[index] ?? after, after }));
  return [
    ...history.flatMap(overQuota),
    ...history.flatMap(withoutMoving),
    ...changes.flatMap(unmanagedTouched),
    ...changes.flatMap(wordsLost),
    ...refusedCreates({ history, requests }),
    ...requests.flatMap(unmanagedNamed),
  ];
}

interface Change {
  readonly before: Moment;
  readonly after: Moment;
}

function overQuota({ lists }: Moment): string[] {
  return lists.length > quota ? [`the account held ${lists.length} lists`] : [];
}

function withoutMoving({ lists, at }: Moment): string[] {
  const usable = lists.some(({ prefix, ready_at }) => prefix === movingPrefix && ready_at <= at);
  return usable ? [] : [`no list of ${movingPrefix} was OK`];
}

function unmanagedTouched(change: Change): string[] {
  return vanished(change)
    .filter(({ vocabulary_id }) => !isOurs(vocabulary_id))
    .map(({ vocabulary_id }) => `${vocabulary_id} is unmanaged and was changed`);
}

function wordsLost(change: Change): string[] {
  return vanished(change)
    .filter((list) => !change.after.kept.some((backup) => isBackupOf(backup, list)))
    .map(({ vocabulary_id }) => `${vocabulary_id} was destroyed before it was kept`);
}

function isBackupOf(backup: BackedUpList, list: StoredList): boolean {
  const { vocabulary_id, target_model } = list;
  const isSame = backup.vocabulary_id === vocabulary_id && backup.target_model === target_model;
  return isSame && sameWords(backup.hotwords, list.vocabulary);
}

/** The lists that are no longer what they were. */
function vanished({ before, after }: Change): StoredList[] {
  return before.lists.filter((list) => !after.lists.includes(list));
}

/** A create that the account considered has made a list, or was refused: there was no slot. */
function refusedCreates({ history, requests }: Evidence): string[] {
  const considered = requests.filter(({ action, slots }) => action === 'create' && slots !== null).length;
  const ids = new Set(history.flatMap(({ lists }) => lists.map(({ vocabulary_id }) => vocabulary_id)));
  const made = ids.size - (history[0]?.lists.length ?? 0);
  return considered === made ? [] : [`${considered - made} of ${considered} creates were refused`];
}

function unmanagedNamed({ action, vocabulary_id }: RequestRecord): string[] {
  const unmanaged = vocabulary_id !== null && !isOurs(vocabulary_id);
  return unmanaged ? [`a request to ${action} named ${vocabulary_id}, which is unmanaged`] : [];
}
