import { configJsonSchema, type JsonSchema, vocabularyJsonSchema } from '../schema/json-schema.js';

/**
 * How a scalar is read in its place.
 * text: whatever it looks like, it is a text · date: so is a day · typed: a number or a switch, as it stands ·
 * loose: a text, unless it is written as something else.
 */
export type Reads = 'text' | 'date' | 'typed' | 'loose';

/** What may stand somewhere in a file, as far as it decides how that is written. */
export interface Place {
  readonly reads: Reads;
  /** Keys of a mapping in their canonical order. */
  readonly keys: ReadonlyMap<string, Place>;
  /** The value of every other key. */
  readonly others: Place | null;
  readonly items: Place | null;
  /** A list of hotwords, which may be sorted. */
  readonly isWords: boolean;
}

/** Where nothing is known: the vendor's own fields, and keys that nobody knows. */
export const anywhere: Place = { reads: 'loose', keys: new Map(), others: null, items: null, isWords: false };

/** The order of keys, and what is a text, is that of the schemas: a new key has its place by being in them. */
export const configPlace = once(() => placeOf(configJsonSchema()));
export const vocabularyPlace = once(() => placeOf(vocabularyJsonSchema()));

/** A file that is a list of hotwords. */
export function wordsPlace(): Place {
  return vocabularyPlace().keys.get('hotwords') ?? anywhere;
}

/** It takes some milliseconds, and is the same for every file. */
function once(make: () => Place): () => Place {
  let made: Place | null = null;
  return () => (made ??= make());
}

function placeOf(schema: JsonSchema): Place {
  const variants = variantsOf(schema);
  const keys = new Map<string, Place>();
  let others: Place | null = null;
  let items: Place | null = null;
  for (const { properties, additionalProperties, items: item } of variants) {
    for (const [key, value] of Object.entries(asSchema(properties)))
      keys.set(key, placeOfKey(key, asSchema(value)));
    if (isSchema(additionalProperties)) others = placeOf(additionalProperties);
    if (isSchema(item)) items = placeOf(item);
  }
  return { reads: readsOf(variants), keys, others, items, isWords: false };
}

function placeOfKey(key: string, schema: JsonSchema): Place {
  const place = placeOf(schema);
  if (key === 'expires') return { ...place, reads: 'date' };
  if (key !== 'hotwords' || place.items === null) return place;
  // The schema lets editors take `null` and `1e3` for what YAML says they are; they are words all the same.
  const keys = new Map(place.items.keys).set('text', { ...anywhere, reads: 'text' });
  return { ...place, items: { ...place.items, reads: 'text', keys }, isWords: true };
}

function variantsOf(schema: JsonSchema): JsonSchema[] {
  const { anyOf } = schema;
  return Array.isArray(anyOf) ? anyOf.filter(isSchema).flatMap(variantsOf) : [schema];
}

function readsOf(variants: readonly JsonSchema[]): Reads {
  const types = new Set(variants.flatMap(({ type }) => type));
  for (const container of ['object', 'array']) types.delete(container);
  if (types.has('string')) return types.size === 1 ? 'text' : 'loose';
  return [...types].some((type) => type === 'integer' || type === 'number' || type === 'boolean')
    ? 'typed'
    : 'loose';
}

function asSchema(value: unknown): JsonSchema {
  return isSchema(value) ? value : {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
