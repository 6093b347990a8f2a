import { compareText } from '../model/compare.js';
import type { MovedConsumer } from '../model/comparison.js';
import type { Desired, DesiredList } from '../model/desired.js';
import { diffHotwords } from './diff-hotwords.js';

/** The consumers whose list has another id than before, or has none any more. */
export function movedConsumers(before: Desired, after: Desired): MovedConsumer[] {
  const from = listsByConsumer(before);
  const to = listsByConsumer(after);
  const names = [...new Set([...from.keys(), ...to.keys()])].sort(compareText);
  return names
    .map((name) => ({ name, from: from.get(name) ?? null, to: to.get(name) ?? null }))
    .filter((consumer) => !sameList(consumer.from, consumer.to))
    .map((consumer) => ({
      ...consumer,
      hotwords: diffHotwords(consumer.from?.hotwords ?? [], consumer.to?.hotwords ?? []),
    }));
}

function listsByConsumer({ lists }: Desired): Map<string, DesiredList> {
  return new Map(lists.flatMap((list) => list.consumers.map((name) => [name, list] as const)));
}

/** The id stays as long as prefix and model do. Which of several pins is this list's, only the account knows. */
function sameList(one: DesiredList | null, other: DesiredList | null): boolean {
  if (one === null || other === null) return one === other;
  const [was, ...others] = one.vocabulary_ids;
  const [is, ...more] = other.vocabulary_ids;
  const isRepinned = was !== undefined && is !== undefined && others.length + more.length === 0 && was !== is;
  return one.prefix === other.prefix && one.target_model === other.target_model && !isRepinned;
}
