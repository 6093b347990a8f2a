import { type Change, isWrite } from '../../model/change.js';
import { countLost } from '../../model/hotword.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../escape.js';
import { count, firstOf } from '../layout.js';
import type { ConsumerView } from './report-view.js';
import { noticed } from './view-change.js';
import { countWords, signedCounts } from './word-counts.js';

/** How far a plan reaches: how many lists and words, who must act, and who notices without acting. */
export function impactOf({ changes }: Plan, consumers: readonly ConsumerView[]): string[] {
  const writes = changes.filter(isWrite);
  const deletes = writes.filter(({ action }) => action === 'delete');
  const named = (sentence: string, of: readonly Change[]) =>
    naming(
      sentence,
      of.flatMap((change) => change.consumers.map(printable)),
    );
  return [
    ...(writes.length === 0 ? [] : [extent(writes, changes)]),
    ...redeployment(consumers),
    ...named(
      'Reached by the update, without a redeploy',
      writes.filter(({ action }) => action === 'update'),
    ),
    ...named(
      'Must have switched already, their old list goes',
      deletes.filter(({ reason }) => reason === 'superseded'),
    ),
    ...named(
      'Downtime, no hotwords until they have the new id',
      deletes.filter(({ reason }) => reason === 'delete_first'),
    ),
    ...naming('No consumer is declared for', unused(writes)),
  ];
}

function naming(sentence: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${sentence}: ${firstOf([...new Set(names)])}`];
}

function extent(writes: readonly Change[], changes: readonly Change[]): string {
  const counts = writes.map((write) => reach(write, changes));
  const sum = (of: (words: (typeof counts)[number]) => number) =>
    counts.reduce((all, words) => all + of(words), 0);
  const words = signedCounts({
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    removed: sum(({ removed }) => removed),
  });
  return `Writes ${writes.length} of ${count(changes.length, 'list')}${words === '' ? '' : `; hotwords ${words}`}`;
}

/** Words that live on in the list that takes another's place are not lost. */
function reach(write: Change, changes: readonly Change[]): Omit<ReturnType<typeof countWords>, 'unchanged'> {
  const { action, reason, before, replaced_by, needs } = write;
  if (action !== 'delete' || before === null) return countWords(noticed(write));
  // What its successor lacks is said of the successor; of a twin, everything is in another list.
  if (reason === 'delete_first' || reason === 'twin') return { added: 0, changed: 0, removed: 0 };
  const heirs = changes.filter(
    ({ after, address }) => after !== null && (address === replaced_by || needs.includes(address)),
  );
  const kept = heirs.flatMap(({ after }) => after?.hotwords ?? []);
  return { added: 0, changed: 0, removed: countLost(before.hotwords, kept) };
}

function redeployment(consumers: readonly ConsumerView[]): string[] {
  const names = consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name);
  if (names.length > 0) return naming('Consumers to redeploy with a new id', names);
  return consumers.length === 0 ? [] : ['Consumers to redeploy: none, every id stays'];
}

/** Lists that shall exist. Nobody to name is not the same as nobody to tell. */
function unused(writes: readonly Change[]): string[] {
  return writes
    .filter(({ after, consumers }) => after !== null && consumers.length === 0)
    .map(({ address }) => printable(address));
}
