import { type Change, isWrite } from '../../model/change.js';
import { countLost } from '../../model/hotword.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import type { ConsumerView } from './report-view.js';
import { noticed } from './view-change.js';
import { countWords, signedCounts } from './word-counts.js';

/** How far a plan reaches: how many lists and words, who must act, and who notices without acting. */
export function impactOf(plan: Plan, consumers: readonly ConsumerView[]): string[] {
  const { changes } = plan;
  const writes = changes.filter(isWrite);
  const deletes = writes.filter(({ action }) => action === 'delete');
  // Who moves to another list is reached by that, and not by its update.
  const moving = new Set(consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name));
  const updated = usersOf(writes.filter(({ action }) => action === 'update'));
  return [
    ...(writes.length === 0 ? [] : [extent(writes, plan)]),
    ...redeployment(consumers, writes),
    ...naming(
      'Reached by the update, without a redeploy',
      updated.filter((name) => !moving.has(name)),
    ),
    ...naming(
      'Must have switched already, their old list goes',
      usersOf(deletes.filter(({ reason }) => reason === 'superseded')),
    ),
    ...naming(
      'Downtime, no hotwords until they have the new id',
      usersOf(deletes.filter(({ reason }) => reason === 'delete_first')),
    ),
    ...naming('No consumer is declared for', unused(writes)),
  ];
}

function usersOf(changes: readonly Change[]): string[] {
  return changes.flatMap(({ consumers }) => consumers.map(printable));
}

function naming(sentence: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${sentence}: ${firstOf([...new Set(names)])}`];
}

function extent(writes: readonly Change[], plan: Plan): string {
  const counts = writes.map((write) => reach(write, plan));
  const sum = (of: (words: (typeof counts)[number]) => number) =>
    counts.reduce((all, words) => all + of(words), 0);
  const words = signedCounts({
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    removed: sum(({ removed }) => removed),
  });
  return `Writes ${writes.length} of ${count(plan.changes.length, 'list')}${words === '' ? '' : `; hotwords ${words}`}`;
}

/** Words that live on in what takes a list's place, another list or requests, are not lost. */
function reach(write: Change, { changes, instant }: Plan): Omit<ReturnType<typeof countWords>, 'unchanged'> {
  const { action, reason, before, replaced_by } = write;
  if (action !== 'delete' || before === null) return countWords(noticed(write));
  // What its replacement lacks is said of the replacement; of a duplicate, everything is in another list.
  if (reason === 'delete_first' || reason === 'duplicate') return { added: 0, changed: 0, removed: 0 };
  const replacements = changes.filter(
    ({ after, address }) =>
      after !== null && (address === replaced_by || write.replacements.includes(address)),
  );
  const sent = instant.filter(({ name }) => write.replacements.includes(name));
  const kept = [...replacements, ...sent].flatMap(({ after }) => after?.hotwords ?? []);
  return { added: 0, changed: 0, removed: countLost(before.hotwords, kept) };
}

function redeployment(consumers: readonly ConsumerView[], writes: readonly Change[]): string[] {
  const names = consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name);
  if (names.length > 0) return naming('Consumers to redeploy with a new id', names);
  // Whether a consumer was told to use another list is not seen in an account.
  const noNewId = writes.length > 0 && writes.every(({ action }) => action !== 'create');
  return noNewId ? ['Consumers to redeploy: none, no list gets a new id'] : [];
}

/** Lists that shall exist. Nobody to name is not the same as nobody to tell. */
function unused(writes: readonly Change[]): string[] {
  return writes
    .filter(({ after, consumers }) => after !== null && consumers.length === 0)
    .map(({ address }) => printable(address));
}
