import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import type { Document, Reported } from './parse-document.js';
import { remarksOf, reviveWords } from './revive-change.js';

type Planned = NonNullable<Reported<Document<'plan'>>['instant']>[number];
type Compared = NonNullable<Reported<Document<'diff'>>['instant']>[number];

/** An instant vocabulary as it was when the document was made. */
export function reviveInstant(instant: Planned | Compared): InstantChange {
  return isCompared(instant) ? reviveCompared(instant) : revivePlanned(instant);
}

function isCompared(instant: Planned | Compared): instant is Compared {
  return 'after' in instant;
}

function revivePlanned(instant: Planned): InstantChange {
  const words = instant.hotwords.map(({ text, weight, note, expires }) => ({
    text,
    weight,
    lang: null,
    extra: null,
    note,
    expires,
  }));
  return {
    name: instant.name,
    before: null,
    after: {
      ...wordsOf(instant),
      hotwords: words.map(({ text, weight, lang, extra }) => ({ text, weight, lang, extra })),
      remarks: remarksOf(words),
    },
    hotwords: null,
    replaces: instant.replaces.map((list) => ({ ...list, hotwords: reviveWords(list.hotwords) })),
  };
}

/** Only counts words that stay, as the document does. */
function reviveCompared(instant: Compared): InstantChange {
  const { name, before, after, hotwords } = instant;
  const remarks = remarksOf([...hotwords.added, ...hotwords.changed]);
  const side = (there: Compared['before']) =>
    there === null ? null : { ...wordsOf(instant), target_models: there.target_models, remarks };
  return {
    name,
    before: side(before),
    after: side(after),
    hotwords: reviveWords(hotwords),
    // Offline nothing has an id.
    replaces: instant.replaces.map(({ address, hotwords: words }) => ({
      address,
      vocabulary_id: address,
      hotwords: reviveWords(words),
    })),
  };
}

function wordsOf({ name, target_models, owner, consumers }: Planned | Compared): InstantWords {
  return {
    name,
    target_models,
    previous_prefixes: [],
    hotwords: [],
    remarks: new Map(),
    owner: owner ?? null,
    consumers,
    max_hotwords: Number.POSITIVE_INFINITY,
    location: null,
  };
}
