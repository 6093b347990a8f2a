import type { Change } from '../../model/change.js';
import { countLost, type Hotword } from '../../model/hotword.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../escape.js';
import { count } from '../layout.js';
import type { ConsumerView, WordCounts } from './report-view.js';
import { signedCounts, wordCounts } from './view-change.js';

/** What each consumer of a list that is created or updated gains and loses, by name. */
export function consumersOf({ changes }: Plan): ConsumerView[] {
  return changes
    .flatMap((change) => change.consumers.flatMap((name) => viewConsumer(name, change, changes) ?? []))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function viewConsumer(name: string, change: Change, changes: readonly Change[]): ConsumerView | null {
  const of = { name: printable(name), address: printable(change.address) };
  if (change.action === 'update') {
    const words = wordCounts(change);
    return { ...of, words, redeploy: false, effect: `${signedCounts(words)}, without a new id` };
  }
  if (change.action !== 'create' || change.after === null) return null;
  const old = changes.find(({ replaced_by }) => replaced_by === change.address)?.before;
  const before = old?.hotwords ?? [];
  const words = handover(before, change.after.hotwords);
  return { ...of, words, redeploy: true, effect: `new id; ${handoverEffect(before, words)}` };
}

/** From one list to another, as somebody who recognises with them sees it. */
export function handover(before: readonly Hotword[], after: readonly Hotword[]): WordCounts {
  const removed = countLost(before, after);
  return { added: countLost(after, before), changed: 0, removed, unchanged: before.length - removed };
}

/** `gains 2 hotwords, loses 1 of 28` */
export function handoverEffect(before: readonly Hotword[], { added, removed }: WordCounts): string {
  if (before.length === 0) return count(added, 'hotword');
  if (added === 0 && removed === 0) return 'the same hotwords';
  const loses = removed === 0 ? 'loses none' : `loses ${removed} of ${before.length}`;
  return added === 0 ? loses : `gains ${count(added, 'hotword')}, ${loses}`;
}
