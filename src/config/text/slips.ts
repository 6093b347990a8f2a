/*
 * What people write with a Chinese keyboard, or without the space that YAML wants: to the parser it is a text, and what it
 * then complains of is something else.
 */

/** A slip, where it stands, and what to write instead. */
export interface Slip {
  readonly message: string;
  readonly hint: string;
  /** Code units from where the text begins. */
  readonly at: number;
}

/** Finds the slip that a line of YAML, which is not valid, most likely has; null: none that is known. */
export function slipOf(line: string): Slip | null {
  return (
    wideIndentation(line) ??
    tightDash(line) ??
    slipOfKey(line, allKeys) ??
    fullWidthIn(line) ??
    commaMissing(line)
  );
}

/** What word processors and chats indent with: on a screen it looks like spaces, and to YAML it is a text. */
function wideIndentation(line: string): Slip | null {
  const [, before, wide] = /^([ \t]*(?:-[ \t]*)?)([\u00a0\u2000-\u200a\u202f\u3000]+)/.exec(line) ?? [];
  if (before === undefined || wide === undefined) return null;
  const what = wide.startsWith('\u3000') ? 'full-width' : 'no-break or other wide';
  if (before.includes('-')) {
    return {
      message: `the space behind the dash is no plain one (${what}), and to YAML a part of the text`,
      hint: `write it as: - ${line.slice(before.length + wide.length).trim()}`,
      at: before.length,
    };
  }
  return {
    message: `the line is indented with ${what} spaces, which are a part of the text to YAML`,
    hint: 'delete them, and indent it with plain spaces as the lines around it',
    at: before.length,
  };
}

/** An item without its dash, between two that have one. */
export function dashMissing(line: string, before: string, after: string): Slip | null {
  const [, indent] = /^([ \t]*)- /.exec(before) ?? [];
  const item = line.trim();
  const isBetween =
    indent !== undefined &&
    /^[ \t]*/.exec(line)?.[0] === indent &&
    (after.trim() === '' || after.startsWith(`${indent}- `));
  // A key has lost its colon, and a bracket stands alone.
  const isOther = allKeys.includes(/^\w*/.exec(item)?.[0] ?? '') || /^[-－–—•#{}[\]]|: |:$/.test(item);
  if (!isBetween || item === '' || isOther) return null;
  return {
    message: 'there is no dash in front of the item',
    hint: `write it as: - ${asItem(item)}`,
    at: line.length - line.trimStart().length,
  };
}

/** In quotes where it has none and would be something else without. */
function asItem(item: string): string {
  const isQuoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(item);
  return !isQuoted && /^[@*&!%`|>"']/.test(item) ? JSON.stringify(item) : item;
}

/** Two keys in the last braces of a line with nothing but a space between the value of one and the other. */
function commaMissing(line: string): Slip | null {
  const bare = withoutQuoted(line, '_');
  const open = bare.lastIndexOf('{');
  const inside = open === -1 ? '' : bare.slice(open);
  const {
    body = '',
    gap = '',
    key = '',
  } = /^(?<body>\{[^}]*?[^\s,{])(?<gap> +)(?<key>[a-z_]+): /.exec(inside)?.groups ?? {};
  // A key that is there already is a part of a text.
  const isThere = inside.split(`${key}: `).length > 2;
  if (!allKeys.includes(key) || !body.includes(':') || isThere) return null;
  const at = open + body.length;
  return {
    message: `there is no comma in front of ${key}`,
    hint: `write it as: ${line.slice(0, at).trim()}, ${line.slice(at + gap.length)}`,
    at,
  };
}

/** The same line with blanks, or another filling, for quotes and comments. */
function withoutQuoted(line: string, filling = ' '): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?<=^|\s)#.*/g, (part) => filling.repeat(part.length));
}

/** The item of a list whose dash has no space behind it. */
function tightDash(line: string): Slip | null {
  const [, indent, item] = /^([ \t]*)-([^\s-].*)/.exec(line) ?? [];
  if (indent === undefined || item === undefined) return null;
  return {
    message: 'there is no space behind the dash',
    hint: `write it as: - ${item.trim()}`,
    at: indent.length,
  };
}

/**
 * All keys of configurations and vocabularies. Behind anything else a colon belongs to a text: `Re:Zero`.
 * @internal for a test that holds it against the schemas
 */
export const allKeys: readonly string[] = [
  'account',
  'api_key_env',
  'clips',
  'columns',
  'consumer',
  'consumers',
  'defaults',
  'delivery',
  'description',
  'endpoint',
  'evaluations',
  'expires',
  'extra',
  'family',
  'file',
  'format',
  'guards',
  'hotwords',
  'include',
  'instant',
  'lang',
  'langs',
  'language_hints',
  'list_quota',
  'max',
  'max_deletes',
  'max_false',
  'max_hotword_loss',
  'max_hotwords',
  'min',
  'min_recall',
  'model',
  'models',
  'name',
  'namespace',
  'note',
  'outputs',
  'owner',
  'path',
  'prefix',
  'previous_prefixes',
  'protect',
  'prune',
  'region',
  'regions',
  'removed',
  'repeat',
  'rules',
  'super',
  'target_model',
  'target_models',
  'text',
  'update_interval',
  'version',
  'vocabularies',
  'vocabulary',
  'vocabulary_id',
  'weight',
  'weights',
  'workspace',
];

/**
 * A key whose colon is none to YAML: `version：1`, `version:1`.
 * @param line a line, or what was taken for a key @param keys those that there can be
 */
export function slipOfKey(line: string, keys: readonly string[]): Slip | null {
  const [, before, key, sign, after] =
    /^([ \t]*(?:- +)*[{[ ]*)([A-Za-z_]\w*)(：|:(?=[^\s:/]))(.*)/.exec(line) ?? [];
  if (before === undefined || key === undefined || after === undefined) return null;
  if (!keys.includes(key)) return null;
  const message =
    sign === ':'
      ? `there is no space behind the colon of ${key}`
      : `the colon behind ${key} is a full-width one`;
  const value = withAsciiSigns(after.trim(), keys);
  const meant = value === '' ? `${key}:` : `${key}: ${value}`;
  return { message, hint: `write it as: ${meant}`, at: before.length + key.length };
}

/** The keys that follow in braces are written as the first one is. */
function withAsciiSigns(rest: string, keys: readonly string[]): string {
  return rest.replace(/ *[，,] *([A-Za-z_]\w*) *[：:] */g, (part, key: string) =>
    keys.includes(key) ? `, ${key}: ` : part,
  );
}

const signs: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
};

/** A sign of Chinese where YAML has one: behind an open brace or bracket, or in its place; not in quotes or a comment. */
export function fullWidthIn(line: string): Slip | null {
  const bare = withoutQuoted(line);
  const open = bare.search(/[{[｛［]/);
  const at = open === -1 ? -1 : open + bare.slice(open).search(/[，：｛｝［］]/);
  const sign = at < open ? undefined : bare[at];
  const ascii = sign === undefined ? undefined : signs[sign];
  if (sign === undefined || ascii === undefined) return null;
  const space = ascii === ',' || ascii === ':' ? ' and a space' : '';
  return {
    message: `"${sign}" is a full-width sign, and no part of YAML`,
    hint: `write ${ascii}${space} in its place; where it belongs to a text, put quotes around that`,
    at,
  };
}
