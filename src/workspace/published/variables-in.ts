import type { PublishedContent, ToldConsumer } from '../../model/result/published.js';
import { wordsIn } from './own-fields.js';

/** As they are written for programs, and as somebody may have quoted them since. */
const variable = /^(?:export\s+)?(VOCAB_\w+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^'"\s#]*))\s*(?:#.*)?$/;

const ofConsumer = /^VOCAB_(.+)_(ID|MODEL|VOCABULARY)$/;

const nothing: ToldConsumer = { model: null, vocabulary_id: null, vocabulary: null };

/** Reads our own variables of a file; of one that is set twice the last counts. null: one of them has no value that can be read. */
export function variablesIn(text: string): Omit<PublishedContent, 'format'> | null {
  const consumers = new Map<string, ToldConsumer>();
  for (const line of text.split(/\r?\n/)) {
    // What else somebody keeps there is none of ours, whatever it looks like.
    if (!/^\s*(?:export\s+)?VOCAB_/.test(line)) continue;
    const found = variable.exec(line.trim());
    if (found === null) return null;
    const [, name = '', ...values] = found;
    const [, consumer, field] = ofConsumer.exec(name) ?? [];
    if (consumer === undefined) continue;
    const value = values.find((one) => one !== undefined) ?? '';
    consumers.set(consumer, { ...(consumers.get(consumer) ?? nothing), ...fieldOf(field, value) });
  }
  return { consumers, lists: new Map() };
}

function fieldOf(field: string | undefined, value: string): Partial<ToldConsumer> {
  if (field === 'ID') return { vocabulary_id: value === '' ? null : value };
  return field === 'MODEL' ? { model: value === '' ? null : value } : { vocabulary: wordsIn(jsonOf(value)) };
}

/** null: it is no JSON, and so no words. */
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
