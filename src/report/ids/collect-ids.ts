import { type DesiredConsumer, listAddress } from '../../model/desired.js';
import { type SentWords, sentWords } from '../../model/instant/sent-words.js';
import { isIneffective, type Plan, type Publishable } from '../../model/plan.js';

/** What applications need to know to use their lists. */
export interface Ids {
  /** By vocabulary name, then by target model: every list that is there. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, PublishedList>>>>;
  /** By consumer name: those whose list, if they have one, is `OK`, since an id of any other does nothing. */
  readonly consumers: Readonly<Record<string, PublishedConsumer>>;
}

/** A list as applications are told of it. */
export interface PublishedList {
  readonly vocabulary_id: string;
  /** The vendor's; with any other than `OK`, recognition ignores the list. */
  readonly status: string;
}

/** What a call of recognition takes, to the letter; with another model, the id does nothing. */
export interface PublishedConsumer {
  readonly model: string;
  /** null: it recognises without a list. */
  readonly vocabulary_id: string | null;
  /** Words that go with each request, with their weights, sorted; null: none do. */
  readonly vocabulary: SentWords | null;
}

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
