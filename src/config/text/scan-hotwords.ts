import type { ListTree, Pair, ScalarTree, Tree } from './tree.js';

/*
 * A list of hotwords is long, and the YAML parser needs some 80 microseconds an entry. Most lists are of one plain
 * form: a block of `- word` and of `- text: word` with weight, lang, note and expires below, at one indentation.
 * This reads such a block, and nothing else: at the first doubt it gives up, and the parser reads the whole file.
 *
 * A doubt is whatever could make a line mean something other than it seems to: a quote, an indicator or an anchor at
 * the beginning of a text; `: ` or ` #` inside it; a space at its end; a tab, a carriage return or any control
 * character in the file; a line of spaces; a comment or a blank line inside an entry; any other indentation.
 *
 * What comes before the block is not looked at. Instead the block is replaced by `[]` and a comment of the same
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
  const header = /^hotwords: *\n/m.exec(text);
  if (header === null) return scanBareList(text);
  const blockStart = header.index + header[0].length;
  const block = scanBlock(text, blockStart);
  if (block === null) return null;
  const rest = blank(text, header.index + 'hotwords:'.length, block.end);
  return rest === null ? null : { list: block.list, rest: { text: rest, keyStart: header.index } };
}

function scanBareList(text: string): ScannedHotwords | null {
  const block = scanBlock(text, 0);
  return block === null || block.end < text.length ? null : { list: block.list, rest: null };
}

const suspicious = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
const startOfKey = /^[A-Za-z_]$/;

interface Block {
  readonly list: ListTree;
  /** The beginning of the line after it. */
  readonly end: number;
}

function scanBlock(text: string, from: number): Block | null {
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
      const item = pair === null ? readPlain(text, first + 2, end) : null;
      if (pair === null && item === null) return null;
      open = pair === null ? null : [pair];
      items.push(item ?? { kind: 'mapping', start: first + 2, pairs: open ?? [] });
    } else if (first === end || text[first] === '#') {
      if (first === end && depth > 0) return null;
      open = null;
    } else if (open !== null && depth === indent + 2) {
      const pair = readPair(text, first, end);
      if (pair === null || open.some(({ key }) => key === pair.key)) return null;
      open.push(pair);
    } else if (depth === 0 && startOfKey.test(text[first] ?? '')) break;
    else return null;
    line = end + 1;
  }
  return items.length === 0
    ? null
    : { list: { kind: 'list', start, items }, end: Math.min(line, text.length) };
}

const keyShape = /(text|weight|lang|note|expires): /y;

function readPair(text: string, start: number, end: number): Pair | null {
  keyShape.lastIndex = start;
  const key = keyShape.exec(text)?.[1];
  if (key === undefined) return null;
  const value = readPlain(text, start + key.length + 2, end);
  return value === null ? null : { key, keyStart: start, value };
}

const plainStart = /^[^ \-?:,[\]{}#&*!|>'"%@`]/;

function readPlain(text: string, start: number, end: number): ScalarTree | null {
  const word = text.slice(start, end);
  const isDoubtful = word.includes(': ') || word.includes(' #') || word.endsWith(':') || word.endsWith(' ');
  if (isDoubtful || !plainStart.test(word)) return null;
  return { kind: 'scalar', style: 'plain', text: word, start, end };
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

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
