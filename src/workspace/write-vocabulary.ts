import { type Hotword, hasExtra } from '../model/hotword.js';

/** What a vocabulary file says; keys that are left out or empty are not written. */
export interface VocabularyFile {
  readonly name: string;
  readonly prefix: string;
  readonly target_models: readonly string[];
  readonly previous_prefixes?: readonly string[];
  readonly vocabulary_id?: readonly string[];
  readonly description?: string;
  readonly hotwords: readonly Hotword[];
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
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${oneLine(schema)}`]),
    ...(comment === undefined ? [] : comment.split('\n').map((line) => `# ${oneLine(line)}`.trimEnd())),
    `name: ${scalar(file.name)}`,
    `prefix: ${scalar(file.prefix)}`,
    ...targetLines(file.target_models),
    ...listLine('previous_prefixes', file.previous_prefixes),
    ...listLine('vocabulary_id', file.vocabulary_id),
    ...(file.description === undefined ? [] : [`description: ${scalar(file.description)}`]),
    ...blockList(
      'hotwords',
      file.hotwords.map((word) => renderEntry(word, default_weight)),
    ),
    ...blockList('include', (file.include ?? []).map(scalar)),
  ];
  return `${lines.join('\n')}\n`;
}

/** One entry of a list: the text alone where nothing else is to say, else a flow mapping. */
function renderEntry(word: Hotword, default_weight: number): string {
  const fields: string[] = [];
  if (word.weight !== default_weight) fields.push(`weight: ${word.weight}`);
  if (word.lang !== null && word.lang !== '') fields.push(`lang: ${scalar(word.lang)}`);
  if (hasExtra(word)) fields.push(`extra: ${escape(JSON.stringify(word.extra))}`);
  const text = scalar(word.text);
  return fields.length === 0 ? text : `{ ${[`text: ${text}`, ...fields].join(', ')} }`;
}

function targetLines(models: readonly string[]): string[] {
  const [only] = models;
  return models.length === 1 && only !== undefined
    ? [`target_model: ${scalar(only)}`]
    : listLine('target_models', models);
}

function listLine(key: string, values: readonly string[] = []): string[] {
  return values.length === 0 ? [] : [`${key}: [${values.map(scalar).join(', ')}]`];
}

function blockList(key: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
}

// Words of letters, digits and marks that mean nothing in YAML, with single spaces between them.
const harmless = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}+./_()'・-]*(?: [\p{L}\p{M}\p{N}+./_()'・-]+)*$/u;
// What some YAML reader, of version 1.1 too, takes for a boolean, a null, a number, a date or a time.
const looksOtherwise =
  /^(?:true|false|yes|no|on|off|y|n|null|[0-9][-+.0-9_]*(?:e[-+]?[0-9_]+)?|0[xob][0-9a-f_]+)$/i;

/** Plain where every reader sees the same text, else in double quotes. */
function scalar(text: string): string {
  return harmless.test(text) && !looksOtherwise.test(text) ? text : escape(JSON.stringify(text));
}

/** Characters that nobody sees are written so that somebody does. */
function escape(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u3000]/gu, (character) =>
    [...Array(character.length).keys()].map((index) => escapeUnit(character.charCodeAt(index))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function oneLine(text: string): string {
  return escape(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
}
