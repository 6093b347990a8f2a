/*
 * What an API key looks like: the one definition that configuration files, hotwords, reports, JSON, plan files and
 * messages share. Two that differ would report what they show, or hide what they upload.
 *
 * The vendor's keys are `sk-` and 32 hexadecimal digits; those of workspaces begin with `sk-ws-` and have dots. Nobody
 * has promised the form, so whatever goes on long enough counts, and shorter ones do if they have a digit: `sk-learning`
 * is a word. `task-` and `disk-` begin no key, and neither does the tail of a vocabulary_id whose prefix ends in `sk`.
 * The letter of an escape, as in `\nsk-`, is none of the word.
 *
 * The password of a URL is as good as a key, whatever it looks like.
 */
const keyShape =
  /(?<!(?<!\\)[A-Za-z])(?<!\bvocab-[a-z0-9]{0,10})sk-(?:(?=[A-Za-z_.-]*[0-9])[A-Za-z0-9_.-]{8,}|[A-Za-z0-9_.-]{16,})/g;

/**
 * Keys of a mapping under which people write one, with the value that follows, on the same line or the next. What
 * ends in a colon there is no value but the next key.
 */
const keyUnderName =
  /(?:^[ \t]*(?:- +)*|[{,][ \t]*)(["']?)(?:dashscope_)?(?:api[_-]?key|access[_-]?key(?:[_-]?(?:id|secret))?|secret|token|password)\1[ \t]*:\s+["']?([^\s"'#,[\]{}|>&*!-][^\s"',}\]]*)(?<!:)(?=[\s"',}\]]|$)/gim;

/** `secret` in `https://somebody:secret@host`. An @ in a password that is not encoded is part of it, as for who reads URLs. */
const urlPassword = /(:\/\/[^\s/?#"'\\@:]*:)(?!(?:sk-)?…+@)([^\s/?#"'\\]+)(?=@)/g;

/** What follows the question mark of a URL. */
const urlQuery = /:\/\/[^\s?#"'\\]*\?([^\s#"'\\]+)/g;

/** Most files have none of them, and it is found sooner. */
const someName = /key|secret|token|password/i;

/** Offsets in UTF-16 code units; `end` is the first one after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Finds what is, or stands in the place of, a key in the text of a configuration file; in order, without overlaps. */
export function findKeys(text: string): Range[] {
  return joined(keysIn(text));
}

/** The same, with the queries of URLs: where recordings are named, a query says who may fetch them. */
export function findKeysAndQueries(text: string): Range[] {
  const queries = Array.from(text.matchAll(urlQuery), (match) => rangeUpTo(match, match[1] ?? ''));
  return joined([...keysIn(text), ...queries]);
}

function keysIn(text: string): Range[] {
  return [
    ...Array.from(text.includes('sk-') ? text.matchAll(keyShape) : [], (match) => rangeUpTo(match, match[0])),
    ...Array.from(text.includes('://') ? text.matchAll(urlPassword) : [], (match) =>
      rangeUpTo(match, match[2] ?? ''),
    ),
    ...Array.from(someName.test(text) ? text.matchAll(keyUnderName) : [], (match) =>
      rangeUpTo(match, match[2] ?? ''),
    ),
  ];
}

/** In order; what overlaps becomes one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last === undefined || range.start >= last.end) all.push(range);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return all;
}

/** Every key has one of these: for whoever looks at each character of many texts, and need not look again. */
export const keyCharacters = ['-', ':'] as const;

/** Whether something was blotted out of a text, and reported, before: what is left of it says nothing. */
export function isBlotted(text: string): boolean {
  return text.includes('…') && /…{3}|:…+@/.test(text);
}

/** Says whether a text has a key in it. */
export function holdsKey(text: string): boolean {
  return (
    (text.includes('sk-') && text.search(keyShape) !== -1) ||
    (text.includes('://') && text.search(urlPassword) !== -1)
  );
}

/** Puts `sk-…` in the place of every key, and `…` of every password: for sentences, and for the words that reports quote. */
export function maskKeys(text: string): string {
  const masked = text.includes('sk-') ? text.replace(keyShape, 'sk-…') : text;
  return masked.includes('://') ? masked.replace(urlPassword, '$1…') : masked;
}

/** Says whether any text of a JSON value has a key in it, the names of fields included: what `maskKeysIn` would mask. */
export function holdsKeyIn(value: unknown): boolean {
  if (typeof value === 'string') return holdsKey(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => holdsKey(name) || holdsKeyIn(inner));
}

/** Copies a JSON value with the keys masked in every text, the names of fields included. */
export function maskKeysIn(value: unknown): unknown {
  if (typeof value === 'string') return maskKeys(value);
  if (Array.isArray(value)) return value.map(maskKeysIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [maskKeys(name), maskKeysIn(inner)]),
  );
}

/** Blots out parts of a text, every other character where it was, so that lines and columns stay right. */
export function blotOut(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start), blot(text.slice(start, end)));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

function blot(secret: string): string {
  const kept = secret.startsWith('sk-') ? 3 : 0;
  return secret.slice(0, kept) + secret.slice(kept).replace(/[^\r\n]/g, '…');
}

/** The range of the part of a match that ends where the match ends. */
function rangeUpTo(match: RegExpExecArray, part: string): Range {
  const end = match.index + match[0].length;
  return { start: end - part.length, end };
}

/** How the names of variables begin that CI systems set themselves, as a pattern: tokens of the job are among them. */
export const variablesOfCi = '(?:INPUT|GITHUB|ACTIONS|RUNNER|CI_JOB)_';
