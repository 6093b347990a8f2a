import { type Change, isWrite, leftWaiting } from '../../model/change.js';
import { countLost } from '../../model/hotword.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import type { ConsumerView } from './report-view.js';
import { noticed } from './view-change.js';
import { redeployOf } from './view-consumers.js';
import { countWords, signedCounts } from './word-counts.js';

/** How far a plan reaches: how many lists and words, who must act, and who notices without acting. */
export function impactOf({ changes, instant }: Plan, consumers: readonly ConsumerView[]): string[] {
  const writes = changes.filter(isWrite);
  const deletes = writes.filter(({ action }) => action === 'delete');
  // Who moves to another list is reached by that, and not by its update.
  const moving = new Set(redeployOf(consumers).redeploy);
  const waiting = deletes.flatMap((change) => leftWaiting(change, changes)).map(printable);
  const updated = usersOf(writes.filter(({ action }) => action === 'update'));
  return [
    ...(writes.length === 0 ? [] : [extent(writes, { changes, instant })]),
    ...redeployment(consumers, { writes, instant }),
    ...naming(
      'Reached by the update, without a redeploy',
      updated.filter((name) => !moving.has(name)),
    ),
    ...naming(
      'Must have switched already, their old list goes',
      usersOf(deletes.filter(({ reason }) => reason === 'superseded' || reason === 'delete_first')).filter(
        (name) => !waiting.includes(name),
      ),
    ),
    ...naming('Downtime, no hotwords until they have the new id', waiting),
    ...naming('No consumer is declared for', unused(writes)),
  ];
}

function usersOf(changes: readonly Change[]): string[] {
  return changes.flatMap(({ consumers }) => consumers.map(printable));
}

function naming(sentence: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${sentence}: ${firstOf([...new Set(names)])}`];
}

function extent(writes: readonly Change[], plan: Pick<Plan, 'changes' | 'instant'>): string {
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

/** Words that live on in what takes a list's place are not lost. */
function reach(
  write: Change,
  { changes, instant }: Pick<Plan, 'changes' | 'instant'>,
): Omit<ReturnType<typeof countWords>, 'unchanged'> {
  const { action, reason, before, replaced_by } = write;
  if (action !== 'delete' || before === null) return countWords(noticed(write));
  // What its replacement lacks is said of the replacement; of a duplicate, everything is in another list.
  if (reason === 'delete_first' || reason === 'duplicate') return { added: 0, changed: 0, removed: 0 };
  const isInPlace = (called: string) => called === replaced_by || write.replacements.includes(called);
  const kept = [
    ...changes.filter(({ address }) => isInPlace(address)),
    ...instant.filter(({ name }) => isInPlace(name)),
  ].flatMap(({ after }) => after?.hotwords ?? []);
  return { added: 0, changed: 0, removed: countLost(before.hotwords, kept) };
}

interface Deployed extends Pick<Plan, 'instant'> {
  readonly writes: readonly Change[];
}

function redeployment(consumers: readonly ConsumerView[], { writes, instant }: Deployed): string[] {
  const { redeploy, redeploy_words } = redeployOf(consumers);
  const words = naming(
    'To redeploy with the published file for instant words, without a new id',
    redeploy_words,
  );
  if (redeploy.length > 0) return [...naming('Consumers to redeploy with a new id', redeploy), ...words];
  // Whether a consumer was told to use another list is not seen in an account.
  const noNewId = writes.length > 0 && writes.every(({ action }) => action !== 'create');
  if (!noNewId || words.length > 0) return words;
  // Nor is what applications send.
  const isUnknown = instant.some(({ after, hotwords }) => hotwords === null && after?.consumers.length);
  return [
    isUnknown
      ? 'Consumers to redeploy with a new id: none; instant words reach theirs with the next deploy of the published file'
      : 'Consumers to redeploy: none, no list gets a new id',
  ];
}

/** Lists that shall exist. Nobody to name is not the same as nobody to tell. */
function unused(writes: readonly Change[]): string[] {
  return writes
    .filter(({ after, consumers }) => after !== null && consumers.length === 0)
    .map(({ address }) => printable(address));
}
