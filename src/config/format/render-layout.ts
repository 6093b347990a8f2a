import { placeOfItem } from './arrange.js';
import {
  type Beside,
  type Collection,
  type Item,
  isCollection,
  isOnSeveralLines,
  type Layout,
  type Line,
  type ScalarNode,
} from './layout.js';
import type { Place } from './places.js';
import { beginsBehindDash, settleStyles } from './settle-styles.js';
import { trimSpaces, writeInline, writeKey } from './write-inline.js';
import { writeScalar } from './write-scalar.js';

/** The canonical text of a layout. */
export function renderLayout({ preamble, head, root, end }: Layout, place: Place): string {
  const above = preamble === null ? [] : [...renderLines(preamble, ''), '---'];
  const lines = [...renderLines(head, ''), ...renderRoot(root, place), ...renderLines(end, '')];
  return `${[...above, ...withoutOuterBlanks(lines)].join('\n')}\n`;
}

function renderRoot(root: Layout['root'], place: Place): string[] {
  if (root === null) return [];
  if (!isCollection(root)) return [writeInline(root, place)];
  if (root.items.length === 0) return [writeInline(root, place), ...renderLines(root.tail, '')];
  const anchor = root.anchor === null ? [] : [root.anchor];
  return [...anchor, ...renderBlock(settleStyles(root, place), '', place)];
}

/** A line an item, and what belongs to them. */
function renderBlock(node: Collection, indent: string, place: Place): string[] {
  const lines = node.items.flatMap((item) => [
    ...renderLines(item.before, indent),
    ...renderItem(item, indent, placeOfItem(item, node, place)),
    ...renderLines(item.tail, `${indent}  `),
  ]);
  return [...lines, ...renderLines(node.tail, indent)];
}

function renderItem(item: Item, indent: string, place: Place): string[] {
  const { key, value } = item;
  const prefix = key === null ? `${indent}-` : `${indent}${writeKey(key)}:`;
  const beside = renderBeside(item.beside);
  if (value === null) return [`${prefix}${beside}`];
  if (value.kind === 'scalar' && value.style === 'block')
    return renderBlockText(value, { prefix, indent, beside });
  if (isOnSeveralLines(value)) return renderSeveralLines(value, { prefix, indent, beside });
  if (!isCollection(value) || value.style !== 'block') {
    const tail = isCollection(value) ? renderLines(value.tail, `${indent}  `) : [];
    return [trimSpaces(`${prefix} ${writeInline(value, place)}`) + beside, ...tail];
  }
  const nested = renderBlock(value, `${indent}  `, place);
  if (!beginsBehindDash(item)) return [`${prefix}${withAnchor(value.anchor)}${beside}`, ...nested];
  const [first = '', ...rest] = nested;
  return [`${prefix} ${first.trimStart()}`, ...rest];
}

function renderBeside(beside: Beside | null): string {
  return beside === null ? '' : `${' '.repeat(Math.max(beside.gap, 1))}${beside.text}`;
}

function withAnchor(anchor: string | null): string {
  return anchor === null ? '' : ` ${anchor}`;
}

interface Spot {
  /** What the line begins with. */
  readonly prefix: string;
  readonly indent: string;
  readonly beside: string;
}

/** The lines of a `|` or `>` text, at the indentation that they have to have here. */
function renderBlockText(
  { source, header, text, anchor }: ScalarNode,
  { prefix, indent, beside }: Spot,
): string[] {
  const begin = `${prefix}${withAnchor(anchor)}`;
  const written = source.split('\n');
  const first = written.find((line) => /[^ ]/.test(line));
  // A digit in the header says an indentation, + keeps the blank lines at the end, and a tab at the beginning of a line is
  // text or none: quotes say the same anywhere.
  if (/[+\d]/.test(header) || first === undefined || /^ *\t/m.test(source)) {
    return [`${begin} ${writeScalar({ style: 'quoted', text }, 'text', false)}${beside}`];
  }
  // An ideographic space or a byte-order mark at the beginning of a line is text.
  const deep = first.search(/[^ ]/);
  const lines = written.map((line) => (line.length > deep ? `${indent}  ${line.slice(deep)}` : ''));
  while (lines.at(-1) === '') lines.pop();
  return [`${begin} ${header}${beside}`, ...lines];
}

/** Joined, they would look as if they were meant so, and nobody would hear of it again. */
function renderSeveralLines({ source, anchor }: ScalarNode, { prefix, indent, beside }: Spot): string[] {
  const [first = '', ...rest] = source.split('\n').map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''));
  const lines = rest.map((line) => (line === '' ? '' : `${indent}  ${line}`));
  const last = `${lines.pop() ?? ''}${beside}`;
  const begin = `${prefix}${withAnchor(anchor)}`;
  // Items that are none to YAML stay below one another.
  return /^[-－–—•]/.test(first)
    ? [begin, `${indent}  ${first}`, ...lines, last]
    : [`${begin} ${first}`, ...lines, last];
}

function renderLines(lines: readonly Line[], indent: string): string[] {
  return lines.map((line) => {
    if (line.kind === 'blank') return '';
    return line.kind === 'raw' ? line.text : `${indent}${line.text}`;
  });
}

function withoutOuterBlanks(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
