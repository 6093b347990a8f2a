import type { MappingTree, Pair, ScalarTree } from './tree.js';

/* What a line of a plain list of hotwords may hold: see scan-hotwords.ts. Null: a doubt. */

/** `end`: of what was read, and of the spaces behind it where more may follow. */
export interface Read<What> {
  readonly read: What;
  readonly end: number;
}

/** A word, or an entry in braces. @param lineEnd null: inside brackets, where an item ends with a comma or a bracket */
export function readItem(
  text: string,
  start: number,
  lineEnd: number | null,
): Read<ScalarTree | MappingTree> | null {
  if (text[start] !== '{') return readScalar(text, start, lineEnd);
  const entry = readBraces(text, start);
  return entry === null || lineEnd !== null ? entry : { ...entry, end: skipSpaces(text, entry.end) };
}

const keys = ['text', 'weight', 'lang', 'note', 'expires'] as const;

/** A key of an entry with its value. @param lineEnd null: inside braces */
export function readPair(text: string, start: number, lineEnd: number | null): Read<Pair> | null {
  for (const key of keys) {
    if (!text.startsWith(key, start) || !text.startsWith(': ', start + key.length)) continue;
    const value = readScalar(text, start + key.length + 2, lineEnd);
    return value && { read: { key, keyStart: start, value: value.read }, end: value.end };
  }
  return null;
}

function readBraces(text: string, start: number): Read<MappingTree> | null {
  const pairs: Pair[] = [];
  let at = start;
  do {
    const pair = readPair(text, skipSpaces(text, at + 1), null);
    if (pair === null || pairs.some(({ key }) => key === pair.read.key)) return null;
    pairs.push(pair.read);
    at = pair.end;
  } while (text[at] === ',');
  return text[at] === '}' ? { read: { kind: 'mapping', start, pairs }, end: at + 1 } : null;
}

/** A text that is plain, or in quotes. @param lineEnd null: inside brackets or braces */
export function readScalar(text: string, start: number, lineEnd: number | null): Read<ScalarTree> | null {
  const first = text[start];
  const isQuoted = first === '"' || first === "'";
  const scalar = isQuoted ? readQuoted(text, start, first) : readPlain(text, start, lineEnd);
  if (scalar === null) return null;
  return { read: scalar, end: lineEnd === null ? skipSpaces(text, scalar.end) : scalar.end };
}

/** Nothing in it is escaped, and it ends on its line. */
function readQuoted(text: string, start: number, quote: string): ScalarTree | null {
  const end = text.indexOf(quote, start + 1);
  const inside = text.slice(start + 1, end);
  if (end === -1 || inside === '' || /[\n\\]/.test(inside) || text[end + 1] === quote) return null;
  return { kind: 'scalar', style: 'quoted', text: inside, start, end: end + 1 };
}

const plainStart = /^[^ \-?:,[\]{}#&*!|>'"%@`]/;
const flowEnd = /[,[\]{}\n]/g;

function readPlain(text: string, start: number, lineEnd: number | null): ScalarTree | null {
  const end = lineEnd ?? endInFlow(text, start);
  const word = text.slice(start, end);
  const isDoubtful = word.includes(': ') || word.includes(' #') || word.endsWith(':') || word.endsWith(' ');
  if (isDoubtful || !plainStart.test(word)) return null;
  return { kind: 'scalar', style: 'plain', text: word, start, end };
}

/** Before what ends a text inside brackets, and before the spaces in front of that. */
function endInFlow(text: string, start: number): number {
  flowEnd.lastIndex = start;
  let end = flowEnd.exec(text)?.index ?? text.length;
  while (end > start && text[end - 1] === ' ') end--;
  return end;
}

/** The place of the first character from there on that is no space. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
