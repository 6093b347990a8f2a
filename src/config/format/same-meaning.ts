import { type ListTree, resolve, type ScalarTree, type Tree } from '../text/tree.js';
import { anywhere, type Place } from './places.js';

/**
 * Whether two trees configure the same: keys in any order, hotwords in any order if they were sorted, and each scalar the
 * same as its place reads it. It asks what the loader reads, and shares nothing with what writes.
 */
export function meansTheSame(
  one: Tree,
  other: Tree,
  { place, sort }: { place: Place; sort: boolean },
): boolean {
  return meaningOf(one, place, sort) === meaningOf(other, place, sort);
}

function meaningOf(tree: Tree, place: Place, sort: boolean): string {
  switch (tree.kind) {
    case 'scalar':
      return JSON.stringify(valueOf(tree, place));
    case 'list':
      return listMeaning(tree, place, sort);
    case 'mapping': {
      const pairs = tree.pairs.map(({ key, value }) => {
        const inner = place.keys.get(key) ?? place.others ?? anywhere;
        return `${JSON.stringify(key)}:${meaningOf(value, inner, sort)}`;
      });
      return `{${pairs.toSorted().join(',')}}`;
    }
  }
}

function listMeaning({ items }: ListTree, place: Place, sort: boolean): string {
  const meanings = items.map((item) => meaningOf(item, place.items ?? anywhere, sort));
  return `[${(sort && place.isWords ? meanings.toSorted() : meanings).join(',')}]`;
}

function valueOf(scalar: ScalarTree, { reads }: Place): unknown {
  const { text, style } = scalar;
  // Nothing at all is not the empty text: there may be a word that somebody forgot.
  if (text === '') return style === 'plain' ? null : '';
  if (reads === 'text' || reads === 'date') return text;
  // With a line end in it, it is a text in any case.
  return reads === 'typed' ? [style === 'quoted' || text.includes('\n'), text] : resolve(scalar);
}
