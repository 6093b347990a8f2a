import { type Change, isWrite } from '../../model/change.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../escape.js';
import { count } from '../layout.js';
import type { ConsumerView, WordCounts } from './report-view.js';
import { signedCounts, wordCounts } from './view-change.js';

/** How far a plan reaches: how many lists and words, who must act, and who notices without acting. */
export function impactOf({ changes }: Plan, consumers: readonly ConsumerView[]): string[] {
  const writes = changes.filter(isWrite);
  return [
    ...(writes.length === 0 ? [] : [extent(writes, changes.length)]),
    ...redeployment(consumers),
    ...atOnce(consumers),
    ...downtime(writes),
    ...unknownUsers(writes),
  ];
}

function extent(writes: readonly Change[], lists: number): string {
  // A twin's words are all in another list.
  const counts = writes.filter(({ reason }) => reason !== 'twin').map(wordCounts);
  const words = signedCounts(total(counts));
  return `Writes ${writes.length} of ${count(lists, 'list')}${words === '' ? '' : `; hotwords ${words}`}`;
}

function total(counts: readonly WordCounts[]): WordCounts {
  const sum = (of: (words: WordCounts) => number) => counts.reduce((all, words) => all + of(words), 0);
  return {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    removed: sum(({ removed }) => removed),
    unchanged: sum(({ unchanged }) => unchanged),
  };
}

function redeployment(consumers: readonly ConsumerView[]): string[] {
  if (consumers.length === 0) return [];
  const names = consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name);
  if (names.length === 0) return ['Consumers to redeploy: none, every id stays'];
  return [`Consumers to redeploy with a new id: ${names.join(', ')}`];
}

function atOnce(consumers: readonly ConsumerView[]): string[] {
  const names = consumers.filter(({ redeploy }) => !redeploy).map(({ name }) => name);
  return names.length === 0 ? [] : [`Reached by the update, without a redeploy: ${names.join(', ')}`];
}

function downtime(writes: readonly Change[]): string[] {
  const names = writes
    .filter(({ reason }) => reason === 'delete_first')
    .flatMap(({ consumers }) => consumers.map(printable));
  return names.length === 0 ? [] : [`Downtime: ${names.join(', ')} have no hotwords in between`];
}

/** Nobody to name is not the same as nobody to tell. */
function unknownUsers(writes: readonly Change[]): string[] {
  const lists = writes.filter(({ after, consumers }) => after !== null && consumers.length === 0);
  const addresses = lists.map(({ address }) => printable(address));
  return addresses.length === 0 ? [] : [`No consumer is declared for ${addresses.join(', ')}`];
}
