import { type Read, readScalar, skipSpaces } from './scan-entry.js';
import type { ListTree, MappingTree, Pair, Tree } from './tree.js';

/*
 * What is no hotword in a configuration is little, and the YAML parser takes as long to warm up as all else of a small
 * run. Most of it is plain: keys with texts behind them, or with lists and mappings, in blocks or on one line in brackets
 * and braces. This reads that and nothing else. At the first doubt it gives up, and the parser reads the whole text: see
 * scan-hotwords.ts for what a doubt is. Here it is one more when a line is indented deeper than what it may belong to,
 * a list is not indented, a value is missing or a bracket is open at the end of its line.
 */

/** Null: read the text with the parser. */
export function scanMapping(text: string): MappingTree | null {
  return suspicious.test(text) ? null : scanHarmless(text);
}

/** The same of a text that has nothing suspicious in it. */
export function scanHarmless(text: string): MappingTree | null {
  if (text.length > longestText) return null;
  const lines = linesOf(text);
  if (lines === null || lines[0]?.indent !== 0) return null;
  const scan: Scan = { text, lines, next: 0 };
  const root = readMapping(scan, 0);
  return scan.next === lines.length ? root : null;
}

const longestText = 100_000;
const deepest = 8;
/** What no plain text has: control characters, line ends of other systems, byte-order marks. */
export const suspicious = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

interface Line {
  readonly indent: number;
  readonly start: number;
  /** Without a comment and the spaces before it. */
  readonly end: number;
}

interface Scan {
  readonly text: string;
  readonly lines: Line[];
  /** The index of the line to be read. */
  next: number;
}

/** Without those that say nothing; null when there is a doubt. */
function linesOf(text: string): Line[] | null {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    let start = at;
    while (text[start] === ' ') start++;
    if (start === end && start > at) return null;
    if (start < end && text[start] !== '#') {
      const said = withoutComment(text, start, end);
      if (said === null) return null;
      lines.push({ indent: start - at, start, end: said });
    }
    at = end + 1;
  }
  return lines;
}

/** Where a line ends without its comment. Null: quotes may be around what looks like one. */
function withoutComment(text: string, start: number, lineEnd: number): number | null {
  const comment = text.indexOf(' #', start);
  if (comment === -1 || comment >= lineEnd) return lineEnd;
  if (/["']/.test(text.slice(start, comment))) return null;
  let end = comment;
  while (text[end - 1] === ' ') end--;
  return end;
}

function readBlock(scan: Scan, indent: number): Tree | null {
  const { text, lines, next } = scan;
  if (indent > 2 * deepest) return null;
  return text.startsWith('- ', lines[next]?.start) ? readList(scan, indent) : readMapping(scan, indent);
}

function readList(scan: Scan, indent: number): ListTree | null {
  const { text, lines } = scan;
  const items: Tree[] = [];
  const start = lines[scan.next]?.start ?? 0;
  for (let line = lines[scan.next]; line !== undefined && line.indent >= indent; line = lines[scan.next]) {
    if (line.indent > indent || !text.startsWith('- ', line.start)) return null;
    const item = readItem(scan, line);
    if (item === null) return null;
    items.push(item);
  }
  return { kind: 'list', start, items };
}

function readItem(scan: Scan, { indent, start, end }: Line): Tree | null {
  if (keyAt(scan.text, start + 2) === null) return readValue(scan, start + 2, end);
  // Its first key stands behind the dash, and the others below it.
  scan.lines[scan.next] = { indent: indent + 2, start: start + 2, end };
  return readMapping(scan, indent + 2);
}

function readMapping(scan: Scan, indent: number): MappingTree | null {
  const { text, lines } = scan;
  const pairs: Pair[] = [];
  const start = lines[scan.next]?.start ?? 0;
  for (let line = lines[scan.next]; line !== undefined && line.indent >= indent; line = lines[scan.next]) {
    const key = line.indent > indent ? null : keyAt(text, line.start);
    if (key === null || pairs.some((pair) => pair.key === key)) return null;
    const value = readUnder(scan, line, line.start + key.length + 1);
    if (value === null) return null;
    pairs.push({ key, keyStart: line.start, value });
  }
  return { kind: 'mapping', start, pairs };
}

/** The value behind a colon, or in the lines below it. */
function readUnder(scan: Scan, { indent, end }: Line, from: number): Tree | null {
  if (from < end) return readValue(scan, skipSpaces(scan.text, from), end);
  scan.next++;
  const below = scan.lines[scan.next]?.indent ?? 0;
  return below > indent ? readBlock(scan, below) : null;
}

/** The value that ends where its line does. */
function readValue(scan: Scan, start: number, end: number): Tree | null {
  const { text } = scan;
  const isFlow = text[start] === '[' || text[start] === '{';
  const value = isFlow ? readFlow(text, start, 0) : readScalar(text, start, end);
  scan.next++;
  return value?.end === end ? value.read : null;
}

const keyShape = /([A-Za-z_][A-Za-z0-9_.-]{0,99}):(?=[ \n]|$)/y;

function keyAt(text: string, at: number): string | null {
  keyShape.lastIndex = at;
  return keyShape.exec(text)?.[1] ?? null;
}

function readFlow(text: string, start: number, depth: number): Read<Tree> | null {
  if (depth > deepest) return null;
  const [isList, isMapping] = [text[start] === '[', text[start] === '{'];
  if (!isList && !isMapping) return readScalar(text, start, null);
  const items: Tree[] = [];
  const pairs: Pair[] = [];
  const close = isList ? ']' : '}';
  let at = skipSpaces(text, start + 1);
  if (text[at] !== close) {
    at = start;
    do {
      const inner = skipSpaces(text, at + 1);
      const key = isList ? '' : keyAt(text, inner);
      if (key === null || pairs.some((pair) => pair.key === key)) return null;
      const valueStart = isList ? inner : skipSpaces(text, inner + key.length + 1);
      const value = readFlow(text, valueStart, depth + 1);
      if (value === null) return null;
      if (isList) items.push(value.read);
      else pairs.push({ key, keyStart: inner, value: value.read });
      at = skipSpaces(text, value.end);
    } while (text[at] === ',');
  }
  if (text[at] !== close) return null;
  return { read: isList ? { kind: 'list', start, items } : { kind: 'mapping', start, pairs }, end: at + 1 };
}
