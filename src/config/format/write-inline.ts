import { placeOfItem } from './arrange.js';
import type { Collection, LayoutNode, ScalarNode } from './layout.js';
import type { Place } from './places.js';
import { writeScalar } from './write-scalar.js';

/** Writes a value in one line, lists and mappings in brackets. */
export function writeInline(node: LayoutNode, place: Place, inBrackets = false): string {
  if (node.kind === 'alias') return node.source;
  const text =
    node.kind === 'scalar' ? writeScalar(node, place.reads, inBrackets) : writeBrackets(node, place);
  return trimSpaces(`${anchorOf(node)}${text}`);
}

/** Takes away the spaces before a value that is none. Other white space is text. */
export function trimSpaces(line: string): string {
  return line.replace(/ +$/, '');
}

export function writeKey(key: ScalarNode, inBrackets = false): string {
  const text = writeScalar(key, 'text', inBrackets);
  return anchorOf(key) + (text === '' ? '""' : text);
}

function writeBrackets(node: Collection, place: Place): string {
  const parts = node.items.map((item) => {
    const value = item.value === null ? '' : writeInline(item.value, placeOfItem(item, node, place), true);
    if (item.key === null) return value;
    const key = writeKey(item.key, true);
    return item.isBare === true && value === '' ? key : trimSpaces(`${key}: ${value}`);
  });
  if (parts.length === 0) return node.kind === 'mapping' ? '{}' : '[]';
  return node.kind === 'mapping' ? `{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`;
}

function anchorOf({ anchor }: { readonly anchor: string | null }): string {
  return anchor === null ? '' : `${anchor} `;
}
