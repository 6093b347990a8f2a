import { compareText } from '../../model/text/compare.js';
import { composed } from '../../model/text/composed.js';
import type { Collection, Item, Layout, LayoutNode, Line } from './layout.js';
import { anywhere, type Place } from './places.js';

export interface ArrangeOptions {
  readonly place: Place;
  readonly sort: boolean;
}

/**
 * Puts keys in their order, and hotwords if that is asked for. Where one value stands for several (`*name`) all stays
 * where it is: an alias means what comes before it.
 */
export function arrange(layout: Layout, { place, sort }: ArrangeOptions): Layout {
  const { root, hasAliases } = layout;
  if (root === null || hasAliases) return layout;
  return { ...layout, root: arrangeNode(root, place, sort) };
}

function arrangeNode(node: LayoutNode, place: Place, sort: boolean): LayoutNode {
  if (node.kind !== 'mapping' && node.kind !== 'list') return node;
  const items = node.items.map((item) => {
    const inner = placeOfItem(item, node, place);
    return item.value === null ? item : { ...item, value: arrangeNode(item.value, inner, sort) };
  });
  if (node.kind === 'mapping') return { ...node, items: inOrder(items, place) };
  return { ...node, items: sort && place.isWords ? sorted(items) : items };
}

export function placeOfItem({ key }: Item, { kind }: Collection, place: Place): Place {
  if (kind === 'list') return place.items ?? anywhere;
  return (key?.kind === 'scalar' ? place.keys.get(key.text) : undefined) ?? place.others ?? anywhere;
}

/** A key that is none of ours stays behind the one it stands behind. */
function inOrder(items: readonly Item[], { keys }: Place): Item[] {
  if (keys.size === 0) return [...items];
  const order = [...keys.keys()];
  let rank = -1;
  const ranked = items.map((item) => {
    const own = item.key?.kind === 'scalar' ? order.indexOf(item.key.text) : -1;
    if (own !== -1) rank = own;
    return { item, rank };
  });
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ item }) => item);
}

/**
 * Sorts hotwords without regard to case, else by code units, as on any machine. Blank lines part groups, each of which is
 * sorted by itself; a comment above the first word of one of several groups is its heading, any other goes with its word.
 */
function sorted(items: readonly Item[]): Item[] {
  const groups = groupsOf(items);
  return groups.flatMap((group) => (groups.length === 1 ? byText(group) : underHeading(group)));
}

function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group === undefined || item.before.some(isBlank)) groups.push([item]);
    else group.push(item);
  }
  return groups;
}

function underHeading(group: readonly Item[]): Item[] {
  const [first] = group;
  if (first === undefined) return [];
  const bare = group.map((item) => (item === first ? { ...item, before: [] } : item));
  return byText(bare).map((item, index) =>
    index === 0 ? { ...item, before: [...first.before, ...item.before] } : item,
  );
}

function byText(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, text: textOf(item) }))
    .toSorted(
      (left, right) => compareText(fold(left.text), fold(right.text)) || compareText(left.text, right.text),
    )
    .map(({ item }) => item);
}

/** Upper case is not of the locale, as lower case is not. */
function fold(text: string): string {
  return composed(text).toLowerCase();
}

function textOf({ value }: Item): string {
  if (value?.kind === 'scalar') return value.text;
  const text =
    value?.kind === 'mapping'
      ? value.items.find(({ key }) => key?.kind === 'scalar' && key.text === 'text')
      : undefined;
  return text?.value?.kind === 'scalar' ? text.value.text : '';
}

function isBlank({ kind }: Line): boolean {
  return kind === 'blank';
}
