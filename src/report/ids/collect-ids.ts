import { type DesiredConsumer, listAddress } from '../../model/desired.js';
import { sentWords } from '../../model/instant/sent-words.js';
import { isIneffective, type Plan, type Publishable } from '../../model/plan.js';
import type { Ids, PublishedList } from '../../model/result/published.js';

/** The bound lists of a plan and the words to send, sorted so that the published file changes only when they do. */
export function collectIds({ changes, instant }: Publishable, consumers: readonly DesiredConsumer[]): Ids {
  const vocabularies: Record<string, Record<string, PublishedList>> = {};
  const usable = new Map<string, string>();
  for (const change of changes) {
    const { name, target_model, before, after } = change;
    if (name === null || before === null || after === null) continue;
    const { vocabulary_id, status } = before;
    vocabularies[name] = { ...vocabularies[name], [target_model]: { vocabulary_id, status } };
    if (!isIneffective(change)) usable.set(listAddress(name, target_model), vocabulary_id);
  }
  const published = consumers.flatMap((consumer) => {
    const vocabulary_id = consumer.list === null ? null : usable.get(consumer.list);
    const vocabulary = sentWords(consumer, instant);
    return vocabulary_id === undefined
      ? []
      : [[consumer.name, { model: consumer.model, vocabulary_id, vocabulary }] as const];
  });
  return {
    vocabularies,
    consumers: Object.fromEntries(published.sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}

/** What of a plan is about the lists that these consumers recognise with. */
export function listsOf<Part extends Pick<Plan, 'changes'>>(
  consumers: readonly DesiredConsumer[],
  plan: Part,
): Part {
  const used = new Set(consumers.map(({ list }) => list));
  const changes = plan.changes.filter(({ after }) => after !== null && used.has(after.address));
  return { ...plan, changes };
}
