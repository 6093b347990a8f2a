import { isScalar, isSeq, parse } from 'yaml';
import { type Addition, type Edited, edit, endOf, type Place, Refusal } from './edit.js';

/** The keys to an item of a list: `['include', 0]`. */
export type ItemPath = readonly [...(string | number)[], number];

/**
 * Puts an item in the place of another one of a list. Everything else stays as it is, byte for byte.
 * @param item written as YAML, in one line
 */
export function replaceItem(text: string, path: ItemPath, item: string): Edited {
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const put: unknown = parse(item, { schema: 'failsafe' });
  return edit(text, list, {
    add: (place) => inItsPlace(place, index, item),
    expected: (before) => (before as readonly unknown[]).with(index, put),
    by_hand: `under \`${list.join('.')}\`: - ${item}, in the place of item ${index + 1}`,
  });
}

function inItsPlace({ value, key }: Place, index: number, item: string): Addition | Refusal {
  const node = isSeq(value) ? value.items[index] : undefined;
  if (isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'))
    return new Refusal(`item ${index + 1} of \`${key}\` is written over several lines`);
  if (node === undefined) return new Refusal(`\`${key}\` has no item ${index + 1}`);
  const [offset] = node.range;
  return { offset, instead: endOf(node) - offset, insert: item };
}
