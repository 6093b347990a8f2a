import type { Consumer } from '../../model/config.js';
import { isIneffective, type Plan } from '../../model/plan.js';

/** What applications need to know to use their lists. */
export interface Ids {
  /** By vocabulary name, then by target model: every list that is there. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, PublishedList>>>>;
  /** By consumer name: those whose list is `OK`, since an id of any other does nothing. */
  readonly consumers: Readonly<Record<string, PublishedConsumer>>;
}

/** A list as applications are told of it. */
export interface PublishedList {
  readonly vocabulary_id: string;
  /** The vendor's; with any other than `OK`, recognition ignores the list. */
  readonly status: string;
}

/** What a call of recognition takes; with another model, the id does nothing. */
export interface PublishedConsumer {
  readonly model: string;
  readonly vocabulary_id: string;
  /** Words that go with each request; null: none do. */
  readonly vocabulary: null;
}

/** The bound lists of a plan, sorted by name so that the published file changes only when they do. */
export function collectIds({ changes }: Pick<Plan, 'changes'>, consumers: readonly Consumer[]): Ids {
  const vocabularies: Record<string, Record<string, PublishedList>> = {};
  const usable = new Map<string, string>();
  for (const change of changes) {
    const { name, target_model, before, after } = change;
    if (name === null || before === null || after === null) continue;
    const { vocabulary_id, status } = before;
    vocabularies[name] = { ...vocabularies[name], [target_model]: { vocabulary_id, status } };
    if (!isIneffective(change)) usable.set(keyOf(name, target_model), vocabulary_id);
  }
  const published = consumers.flatMap(({ name, vocabulary, model }) => {
    const vocabulary_id = usable.get(keyOf(vocabulary.value, model.value));
    return vocabulary_id === undefined
      ? []
      : [[name, { model: model.value, vocabulary_id, vocabulary: null }] as const];
  });
  return {
    vocabularies,
    consumers: Object.fromEntries(published.sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}

/** What of a plan is about the lists that these consumers recognise with. */
export function listsOf(
  consumers: readonly Consumer[],
  { changes }: Pick<Plan, 'changes'>,
): Pick<Plan, 'changes'> {
  const used = new Set(consumers.map(({ vocabulary, model }) => keyOf(vocabulary.value, model.value)));
  return {
    changes: changes.filter(({ after }) => after !== null && used.has(keyOf(after.name, after.target_model))),
  };
}

function keyOf(vocabulary: string, model: string): string {
  return JSON.stringify([vocabulary, model]);
}
