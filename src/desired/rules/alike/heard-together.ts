import type { Config, Consumer, Vocabulary } from '../../../model/config.js';
import { consumersNamed, requestsOf } from '../instant/requests.js';

/** Vocabularies whose words one request brings together: recognition hears them as it hears those of one list. */
export interface Hearing {
  /** Two or more, in the order of the configuration. */
  readonly vocabularies: readonly Vocabulary[];
  readonly consumers: readonly Consumer[];
}

/** Every different set of vocabularies that is heard together, once. */
export function heardTogether(config: Pick<Config, 'consumers' | 'vocabularies'>): Hearing[] {
  const hearings = new Map<string, Hearing>();
  for (const request of requestsOf(config)) {
    const { vocabularies } = request;
    if (vocabularies.length < 2) continue;
    const key = vocabularies.map(({ name }) => name).join('\n');
    const earlier = hearings.get(key)?.consumers ?? [];
    hearings.set(key, { vocabularies, consumers: [...earlier, ...request.consumers] });
  }
  return [...hearings.values()];
}

/** Ends a message about words of two vocabularies: nobody else brings them together. */
export function heardBy({ consumers }: Hearing): string {
  return `; ${consumersNamed(consumers)} ${consumers.length === 1 ? 'brings' : 'bring'} them together`;
}

/** Remembers pairs of texts, in whatever order: several requests bring the same words together. */
export function pairsSaid(): { readonly isNew: (one: string, other: string) => boolean } {
  const said = new Set<string>();
  return {
    isNew(one, other) {
      const key = one < other ? `${one}\n${other}` : `${other}\n${one}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    },
  };
}
