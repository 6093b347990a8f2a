import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { locationAt, type Source } from './source.js';
import { mostEntries, reportTooMany } from './too-many.js';
import type { Pair, Tree } from './tree.js';

const maxDepth = 64;
const stringShape = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const literalShape = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

interface Cursor {
  readonly source: Source;
  readonly report: Report;
  offset: number;
}

/** Where the text stops being JSON. Never leaves this file. */
class JsonFailure extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Where a list or an object has more in it than is read. */
class TooMany extends JsonFailure {}

/**
 * JSON with the place of every value and with repeated keys reported, which JSON.parse gives neither of.
 * Null, and a diagnostic, for anything else.
 */
export function parseJson(source: Source, report: Report): Tree | null {
  const cursor: Cursor = { source, report, offset: 0 };
  try {
    const tree = readValue(cursor, 0);
    if (cursor.offset < source.text.length)
      throw new JsonFailure('something follows the value', cursor.offset);
    return tree;
  } catch (failure) {
    if (!(failure instanceof JsonFailure)) throw failure;
    if (failure instanceof TooMany) reportTooMany(failure.offset, { source, report });
    else report(asError(syntaxError(failure.message), locationAt(source, failure.offset)));
    return null;
  }
}

function readValue(cursor: Cursor, depth: number): Tree {
  skipWhiteSpace(cursor);
  const start = cursor.offset;
  if (depth > maxDepth) throw new JsonFailure(`values are nested more than ${maxDepth} deep`, start);
  const tree = readToken(cursor, start, depth);
  skipWhiteSpace(cursor);
  return tree;
}

function readToken(cursor: Cursor, start: number, depth: number): Tree {
  if (skip(cursor, '[')) return { kind: 'list', start, items: readItems(cursor, depth) };
  if (skip(cursor, '{')) return { kind: 'mapping', start, pairs: readPairs(cursor, depth) };
  const literal = isAt(cursor, '"') ? null : take(cursor, literalShape);
  const style = literal === null ? 'quoted' : 'literal';
  const text = literal ?? readString(cursor);
  return { kind: 'scalar', style, text, start, end: cursor.offset };
}

function readString(cursor: Cursor): string {
  const plain = readPlainString(cursor);
  if (plain !== null) return plain;
  const quoted = take(cursor, stringShape);
  if (quoted === null) throw new JsonFailure('a value was expected here', cursor.offset);
  return JSON.parse(quoted) as string;
}

/** Has to be read by the longer way: an escape, or what a string may not hold. */
const remarkable = /[\u0000-\u001f\\]/;

/** A string without escapes, as nearly all are; null for any other, and for what is none. */
function readPlainString(cursor: Cursor): string | null {
  const { text } = cursor.source;
  const start = cursor.offset + 1;
  const end = isAt(cursor, '"') ? text.indexOf('"', start) : -1;
  if (end === -1) return null;
  const inside = text.slice(start, end);
  if (remarkable.test(inside)) return null;
  cursor.offset = end + 1;
  return inside;
}

function readItems(cursor: Cursor, depth: number): Tree[] {
  const items: Tree[] = [];
  skipWhiteSpace(cursor);
  if (skip(cursor, ']')) return items;
  do {
    refuseTooMany(items.length, cursor);
    items.push(readValue(cursor, depth + 1));
  } while (skip(cursor, ','));
  if (!skip(cursor, ']')) throw new JsonFailure('a comma or ] was expected here', cursor.offset);
  return items;
}

function readPairs(cursor: Cursor, depth: number): Pair[] {
  const pairs = createPairs();
  skipWhiteSpace(cursor);
  if (skip(cursor, '}')) return [];
  do {
    refuseTooMany(pairs.all.length, cursor);
    readPair(cursor, depth, pairs);
  } while (skip(cursor, ','));
  if (!skip(cursor, '}')) throw new JsonFailure('a comma or } was expected here', cursor.offset);
  return pairs.all;
}

function refuseTooMany(count: number, { offset }: Cursor): void {
  if (count === mostEntries) throw new TooMany('too many values', offset);
}

function readPair(cursor: Cursor, depth: number, pairs: Pairs): void {
  skipWhiteSpace(cursor);
  const keyStart = cursor.offset;
  const key = readString(cursor);
  skipWhiteSpace(cursor);
  if (!skip(cursor, ':')) throw new JsonFailure('a colon was expected here', cursor.offset);
  const value = readValue(cursor, depth + 1);
  const earlier = pairs.find(key);
  if (earlier === undefined) pairs.add({ key, keyStart, value });
  else cursor.report(asError(repeated(earlier, cursor.source), locationAt(cursor.source, keyStart)));
}

interface Pairs {
  readonly all: Pair[];
  find(key: string): Pair | undefined;
  add(pair: Pair): void;
}

/** The pairs of an object. Most have four, which are found sooner without an index; some have a hundred thousand. */
function createPairs(): Pairs {
  const all: Pair[] = [];
  let index: Map<string, Pair> | null = null;
  return {
    all,
    find: (key) => (index === null ? all.find((pair) => pair.key === key) : index.get(key)),
    add: (pair) => {
      all.push(pair);
      if (index !== null) index.set(pair.key, pair);
      else if (all.length === mostUnindexed) index = new Map(all.map((one) => [one.key, one]));
    },
  };
}

const mostUnindexed = 8;

function take(cursor: Cursor, shape: RegExp): string | null {
  shape.lastIndex = cursor.offset;
  const match = shape.exec(cursor.source.text);
  if (match === null) return null;
  cursor.offset = shape.lastIndex;
  return match[0];
}

function skipWhiteSpace(cursor: Cursor): void {
  const { text } = cursor.source;
  let code = text.charCodeAt(cursor.offset);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09)
    code = text.charCodeAt(++cursor.offset);
}

function skip(cursor: Cursor, character: string): boolean {
  if (!isAt(cursor, character)) return false;
  cursor.offset++;
  return true;
}

function isAt({ source, offset }: Cursor, character: string): boolean {
  return source.text[offset] === character;
}

function repeated({ key, keyStart }: Pair, source: Source): DiagnosticDraft {
  return {
    rule: 'duplicate-key',
    message: `the key ${JSON.stringify(key)} is written twice`,
    hint: 'delete one of them',
    related: locationAt(source, keyStart),
  };
}

function syntaxError(message: string): DiagnosticDraft {
  return {
    rule: 'json-syntax',
    message: `not valid JSON: ${message}`,
    hint: 'correct the text there; JSON has no comments, no single quotes and no comma after the last item',
  };
}
