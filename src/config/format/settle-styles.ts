import { placeOfItem } from './arrange.js';
import {
  type Collection,
  emptyItem,
  type Item,
  isCollection,
  isOnSeveralLines,
  type LayoutNode,
  type Line,
} from './layout.js';
import type { Place } from './places.js';
import { writeInline, writeKey } from './write-inline.js';

/** What stood in brackets on several lines goes into one, if that is no longer. */
const longestLine = 120;

/**
 * Decides what stands in brackets and what in a line an item. What somebody wrote in one line stays in one, and a block
 * stays a block. Then every comment is where it can be written.
 */
export function settleStyles(root: Collection, place: Place): Collection {
  return settleBlock({ ...root, style: root.items.length === 0 ? root.style : 'block' }, '', place);
}

function settleBlock(node: Collection, indent: string, place: Place): Collection {
  const items = node.items.map((item) => {
    const inner = placeOfItem(item, node, place);
    return hoisted({ ...item, value: settleValue(item, indent, inner) });
  });
  const [first, ...rest] = items;
  if (first === undefined) return node;
  const begins = first.before.findIndex((line) => !isBlank(line));
  const before = begins === -1 ? [] : first.before.slice(begins);
  return { ...node, items: [{ ...first, before }, ...rest] };
}

function settleValue({ key, value }: Item, indent: string, place: Place): LayoutNode | null {
  if (value === null || !isCollection(value) || value.items.length === 0) return value;
  if (value.style === 'block' || needsLines(value)) return asBlock(value, indent, place);
  if (value.style === 'one-line') return value;
  const line = `${indent}${key === null ? '-' : `${writeKey(key)}:`} ${writeInline(value, place)}`;
  return widthOf(line) <= longestLine ? { ...value, style: 'one-line' } : asBlock(value, indent, place);
}

function asBlock(value: Collection, indent: string, place: Place): Collection {
  return settleBlock({ ...value, style: 'block' }, `${indent}  `, place);
}

/** Comments need lines of their own, and so do words that keep theirs. */
function needsLines({ items, tail }: Collection): boolean {
  return tail.length > 0 || items.some(needsItsOwn);
}

function needsItsOwn({ before, beside, value }: Item): boolean {
  if (beside !== null || !before.every(isBlank)) return true;
  return value !== null && (isCollection(value) ? needsLines(value) : isOnSeveralLines(value));
}

/** A character of Chinese or Japanese is as wide as two. */
function widthOf(line: string): number {
  return [...line].reduce((width, character) => width + (character >= '\u1100' ? 2 : 1), 0);
}

/**
 * An item whose value begins in its own line: `- text: a`. What stood between the dash and the first key, or behind the
 * dash, goes above the dash.
 */
function hoisted(item: Item): Item {
  if (!beginsBehindDash(item)) return item;
  const { value, before, beside, tail } = item;
  const [first, ...rest] = value.items;
  if (first === undefined) return item;
  const comment = beside === null ? [] : [{ kind: 'comment', text: beside.text, column: 0 } as const];
  const lines = [...before, ...comment, ...first.before.filter((line) => !isBlank(line))];
  return { ...emptyItem(lines), value: { ...value, items: [{ ...first, before: [] }, ...rest] }, tail };
}

/** An anchor has a line of its own, so that it is not one of the first key. */
export function beginsBehindDash(item: Item): item is Item & { readonly value: Collection } {
  const { key, value } = item;
  if (key !== null || value === null || !isCollection(value)) return false;
  return value.style === 'block' && value.anchor === null;
}

function isBlank({ kind }: Line): boolean {
  return kind === 'blank';
}
