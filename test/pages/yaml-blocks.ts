import { parse, parseDocument } from 'yaml';
import { configJsonSchema } from '../../src/config/schema/json-schema.js';

/** What a block of YAML is, told by its keys. */
export type YamlKind =
  /** A whole configuration. */
  | 'config'
  /** Keys of a configuration, to be put into one. */
  | 'config-part'
  | 'vocabulary'
  /** `include:` and other keys of a vocabulary. */
  | 'vocabulary-part'
  /** Items of `vocabularies:`. */
  | 'vocabularies'
  /** For a program that is not vocabsync. */
  | 'foreign';

const configKeys = new Set(Object.keys(configJsonSchema()['properties'] as object));
const vocabularyKeys = new Set([
  'owner',
  'description',
  'hotwords',
  'include',
  'previous_prefixes',
  'vocabulary_id',
]);

export function kindOf(text: string): YamlKind {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return value.every((item) => isVocabulary(item)) ? 'vocabularies' : 'foreign';
  if (typeof value !== 'object' || value === null) return 'foreign';
  const keys = Object.keys(value);
  if (keys.includes('version') && keys.includes('account')) return 'config';
  if (isVocabulary(value)) return 'vocabulary';
  if (keys.every((key) => vocabularyKeys.has(key))) return 'vocabulary-part';
  return keys.every((key) => configKeys.has(key)) ? 'config-part' : 'foreign';
}

function isVocabulary(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    ('prefix' in value || 'hotwords' in value)
  );
}

/** Puts the keys of one mapping into another, in the place of those that are there. */
export function merged(text: string, part: string): string {
  const document = parseDocument(text);
  for (const [key, value] of Object.entries(parse(part) as object)) document.set(key, value);
  return document.toString();
}
