import { noRemarks } from '../../model/hotword.js';
import type { InstantChange } from '../../model/instant/instant-change.js';
import type { InstantWords } from '../../model/instant/instant-words.js';
import { compareText } from '../../model/text/compare.js';
import { maskKeys } from '../../model/text/secrets.js';
import { hotwordDocument, remarkDocument, wordsDocument } from './fields.js';

/** An instant vocabulary of a plan: all words that applications are to send. */
export function instantDocument({ name, after, replaces }: InstantChange) {
  const remarks = after?.remarks ?? noRemarks;
  const words = [...(after?.hotwords ?? [])].sort((one, other) => compareText(one.text, other.text));
  return {
    ...describedDocument(name, after),
    hotwords: words.map((word) => {
      const { text, weight } = hotwordDocument(word);
      return { text, weight, ...remarkDocument(word, remarks) };
    }),
    replaces: replaces.map(({ address, vocabulary_id, hotwords }) => ({
      address,
      vocabulary_id,
      hotwords: wordsDocument(hotwords, remarks),
    })),
  };
}

/** One of a comparison: how the words differ from those of the base. There are no ids that its lists could have. */
export function comparedInstantDocument({ name, before, after, hotwords, replaces }: InstantChange) {
  const remarks = after?.remarks ?? noRemarks;
  const words = hotwords ?? { added: [], removed: [], changed: [], unchanged: 0 };
  return {
    ...describedDocument(name, after ?? before),
    before: before === null ? null : sideOf(before),
    after: after === null ? null : sideOf(after),
    hotwords: wordsDocument(words, remarks),
    replaces: replaces.map((list) => ({
      address: list.address,
      hotwords: wordsDocument(list.hotwords, remarks),
    })),
  };
}

function describedDocument(name: string, words: InstantWords | null) {
  const owner = words?.owner ?? null;
  return {
    name: maskKeys(name),
    ...(owner === null ? {} : { owner: maskKeys(owner) }),
    target_models: words?.target_models ?? [],
    consumers: words?.consumers ?? [],
  };
}

function sideOf({ target_models, hotwords }: InstantWords) {
  return { target_models, hotword_count: hotwords.length };
}
