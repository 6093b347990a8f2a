import { readItem, readPair, skipSpaces } from './scan-entry.js';
import { suspicious } from './scan-mapping.js';
import type { ListTree, Pair, Tree } from './tree.js';

/*
 * A list of hotwords is long, and the YAML parser needs some 80 microseconds an entry. Most lists are of one plain form:
 * a block of `- word`, of `- text: word` with weight, lang, note and expires below and of `- { text: word, weight: 5 }`, at
 * one indentation; or the same between `[` and `]`. This reads such a list, and nothing else: at the first doubt it gives
 * up, and the parser reads the whole file.
 *
 * A doubt is whatever could make a line mean something other than it seems to: an indicator or an anchor at the beginning
 * of a text; `: ` or ` #` inside it; a space at its end; a quote or an escape inside quotes; a bracket or a brace inside
 * brackets; a tab, a carriage return or any control character in the file; a line of spaces; a comment or a blank line
 * inside an entry; any other indentation.
 *
 * What comes before the list is not looked at. Instead the list is replaced by `[]` and a comment of the same
 * length, and parse.ts asks the parser whether it sees exactly that empty list there, under a key of the outermost
 * mapping. If the key is inside a quoted text or a block scalar, it does not.
 */

export interface ScannedHotwords {
  readonly list: ListTree;
  /** null: the block is all there is. */
  readonly rest: Rest | null;
}

/** A text without its block, every other character where it was. */
export interface Rest {
  readonly text: string;
  /** Where the key begins that has the empty list now. */
  readonly keyStart: number;
}

/** Null: read the whole text with the parser. */
export function scanHotwords(text: string): ScannedHotwords | null {
  if (suspicious.test(text)) return null;
  const header = /^hotwords: *(\n|(?=\[))/m.exec(text);
  if (header === null) return scanBareList(text);
  const start = header.index + header[0].length;
  const found = header[1] === '' ? scanBrackets(text, start) : scanBlock(text, start);
  if (found === null) return null;
  const rest = blank(text, header.index + 'hotwords:'.length, found.end);
  return rest === null ? null : { list: found.list, rest: { text: rest, keyStart: header.index } };
}

function scanBareList(text: string): ScannedHotwords | null {
  const block = scanBlock(text, 0);
  return block === null || block.end < text.length ? null : { list: block.list, rest: null };
}

const startOfKey = /^[A-Za-z_]$/;

interface Found {
  readonly list: ListTree;
  /** The beginning of the line after it. */
  readonly end: number;
}

function scanBlock(text: string, from: number): Found | null {
  const items: Tree[] = [];
  let start = -1;
  let indent = -1;
  /** The pairs of the entry whose further keys may follow. */
  let open: Pair[] | null = null;
  let line = from;
  while (line < text.length) {
    const end = endOfLine(text, line);
    const first = skipSpaces(text, line);
    const depth = first - line;
    if (text.startsWith('- ', first)) {
      if (indent === -1) [indent, start] = [depth, first];
      if (depth !== indent) return null;
      const pair = readPair(text, first + 2, end);
      const item = pair === null ? readItem(text, first + 2, end) : null;
      if (pair?.end !== end && item?.end !== end) return null;
      open = pair === null ? null : [pair.read];
      items.push(item?.read ?? { kind: 'mapping', start: first + 2, pairs: open ?? [] });
    } else if (first === end || text[first] === '#') {
      if (first === end && depth > 0) return null;
      open = null;
    } else if (open !== null && depth === indent + 2) {
      const pair = readPair(text, first, end);
      if (pair?.end !== end || open.some(({ key }) => key === pair.read.key)) return null;
      open.push(pair.read);
    } else if (depth === 0 && startOfKey.test(text[first] ?? '')) break;
    else return null;
    line = end + 1;
  }
  return items.length === 0
    ? null
    : { list: { kind: 'list', start, items }, end: Math.min(line, text.length) };
}

/** A list in brackets, of one line or with line ends behind its commas. Nothing may stand behind it. */
function scanBrackets(text: string, start: number): Found | null {
  const items: Tree[] = [];
  let at = start;
  do {
    at = skipToItem(text, at + 1);
    const item = readItem(text, at, null);
    if (item === null) return null;
    items.push(item.read);
    at = item.end;
    while (text[at] === ' ' || text[at] === '\n') at = skipToItem(text, at);
  } while (text[at] === ',');
  const end = skipSpaces(text, at + 1);
  if (text[at] !== ']' || end !== endOfLine(text, end)) return null;
  return { list: { kind: 'list', start, items }, end: Math.min(end + 1, text.length) };
}

/** Behind spaces and one line end. A line that begins with anything but a space belongs to no list in brackets. */
function skipToItem(text: string, from: number): number {
  const at = skipSpaces(text, from);
  if (text[at] !== '\n') return at;
  return text[at + 1] === ' ' ? skipSpaces(text, at + 1) : text.length;
}

/** An empty list and a comment in the place of a part of the text; null when there is no room for them. */
function blank(text: string, start: number, end: number): string | null {
  const filler = ' [] #';
  const lineEnd = text[end - 1] === '\n' ? '\n' : '';
  const room = end - start - filler.length - lineEnd.length;
  if (room < 0) return null;
  return text.slice(0, start) + filler + 'x'.repeat(room) + lineEnd + text.slice(end);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
