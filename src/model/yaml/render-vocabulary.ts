import { type Hotword, hasExtra, type Remark } from '../hotword.js';
import { flowValue } from './flow-value.js';
import { scalar, withoutBreaks } from './scalar.js';

/** A hotword, with what is said of it for people. */
export interface WrittenWord extends Hotword, Partial<Remark> {}

/** What a vocabulary file says; keys that are left out or empty are not written, and a list needs no `delivery`. */
export type VocabularyFile = FileContent &
  (
    | { readonly delivery?: 'list'; readonly prefix: string; readonly vocabulary_id?: readonly string[] }
    | { readonly delivery: 'instant' }
  );

interface FileContent {
  readonly name: string;
  readonly target_models: readonly string[];
  readonly previous_prefixes?: readonly string[];
  readonly description?: string;
  readonly owner?: string;
  readonly hotwords: readonly WrittenWord[];
  readonly include?: readonly string[];
}

export interface WriteOptions {
  /** Written on entries that differ from it. Of `defaults.weight`, or 4. */
  readonly default_weight?: number;
  /** Where editors find the JSON Schema, relative to the file; left out: no modeline. */
  readonly schema?: string;
  /** Lines for people, above the first key. */
  readonly comment?: string;
}

/** The canonical text of a vocabulary file: it is read back as the same vocabulary. */
export function renderVocabulary(file: VocabularyFile, options: WriteOptions = {}): string {
  const { default_weight = 4, schema, comment } = options;
  const lines = [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${withoutBreaks(schema)}`]),
    ...(comment === undefined ? [] : comment.split('\n').map((line) => `# ${withoutBreaks(line)}`.trimEnd())),
    `name: ${scalar(file.name)}`,
    file.delivery === 'instant' ? 'delivery: instant' : `prefix: ${scalar(file.prefix)}`,
    ...targetLines(file.target_models),
    ...listLine('previous_prefixes', file.previous_prefixes),
    ...(file.delivery === 'instant' ? [] : listLine('vocabulary_id', file.vocabulary_id)),
    ...(file.description === undefined ? [] : [`description: ${scalar(file.description)}`]),
    ...(file.owner === undefined ? [] : [`owner: ${scalar(file.owner)}`]),
    ...blockList(
      'hotwords',
      file.hotwords.map((word) => renderEntry(word, default_weight)),
    ),
    ...blockList('include', (file.include ?? []).map(scalar)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The text of a file of hotwords to include: a list, an entry a line. */
export function renderWords(
  words: readonly WrittenWord[],
  { default_weight = 4 }: WriteOptions = {},
): string {
  return words.map((word) => `- ${renderEntry(word, default_weight)}\n`).join('');
}

/** Writes one entry of a list: the text alone where nothing else is to say, else a flow mapping. */
function renderEntry(word: WrittenWord, default_weight: number): string {
  const fields: string[] = [];
  if (word.weight !== default_weight) fields.push(`weight: ${word.weight}`);
  if (word.lang !== null && word.lang !== '') fields.push(`lang: ${scalar(word.lang)}`);
  const { note = null, expires = null } = word;
  if (note !== null && note !== '') fields.push(`note: ${scalar(note)}`);
  if (expires !== null && expires !== '') fields.push(`expires: ${expires}`);
  if (hasExtra(word)) fields.push(`extra: ${flowValue(word.extra)}`);
  const text = scalar(word.text);
  return fields.length === 0 ? text : `{ ${[`text: ${text}`, ...fields].join(', ')} }`;
}

function targetLines(models: readonly string[]): string[] {
  const [only, ...others] = models;
  return only !== undefined && others.length === 0
    ? [`target_model: ${scalar(only)}`]
    : listLine('target_models', models);
}

function listLine(key: string, values: readonly string[] = []): string[] {
  return values.length === 0 ? [] : [`${key}: [${values.map(scalar).join(', ')}]`];
}

function blockList(key: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
}
