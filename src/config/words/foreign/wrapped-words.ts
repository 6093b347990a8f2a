import { asError } from '../../../model/diagnostic.js';
import type { WordReading } from '../../reading.js';
import { locationAt } from '../../text/source.js';
import { child, type ListTree, type MappingTree, type Pair, type Tree } from '../../text/tree.js';
import { meaningOf } from '../header-meanings.js';

/*
 * What an interface or another program wraps around words: `{"code": 0, "data": [ … ]}`, and groups, `[{"name": …, "words": [ … ]}]`.
 * Taken for `{word: weight}`, the keys around the list would become the words.
 */

/** Names of what holds words, beside those that mean words. */
const container =
  /^(?:data|rows?|items?|lists?|records?|results?|entries|contents?|values|phrases|phrase_?sets?|groups?|payload|response|body|adaptation|(?:hot_?)?words?_?list|wordweights)$/i;

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const mostLayers = 4;
/** A list of words and weights has more keys than that, or some that do not look like fields. */
const mostFields = 5;

/** The words without what is around them; what there is besides is told to be unread. Null: it was reported that nobody can tell. */
export function unwrapped(tree: Tree, context: WordReading, depth = 0): Tree | null {
  if (tree.kind === 'list') return withoutGroups(tree, context);
  if (tree.kind !== 'mapping' || depth === mostLayers || child(tree, 'hotwords') !== null) return tree;
  const held = tree.pairs.filter(({ value }) => value.kind !== 'scalar');
  const [inner, ...others] = held;
  if (inner === undefined) return tree;
  if (others.length === 0 && isContainer(inner) && !tree.pairs.some(isWord)) {
    tellUnread(tree, inner, context);
    return unwrapped(inner.value, context, depth + 1);
  }
  const scalars = tree.pairs.length - held.length;
  const isEnvelope =
    scalars > 0 && scalars <= mostFields && tree.pairs.every(({ key }) => identifier.test(key));
  if (!isEnvelope) return tree;
  context.report(
    asError(
      {
        rule: 'include-form',
        message: `the file holds an object with ${held.map(({ key }) => JSON.stringify(key)).join(', ')} in it, and none of that is surely its words`,
        hint: 'leave nothing but the words: an array of them, or an object {"word": weight}',
      },
      locationAt(context.source, tree.start),
    ),
  );
  return null;
}

/** A word with its weight, and no field with a number: what is beside it is not around it. */
function isWord({ key, value }: Pair): boolean {
  return !identifier.test(key) && value.kind === 'scalar' && /^[-+]?\d/.test(value.text);
}

function isContainer({ key, value }: Pair): boolean {
  return value.kind !== 'scalar' && (container.test(key) || meaningOf(key) === 'text');
}

/** The words of all groups, where each item of a list is one. */
function withoutGroups(list: ListTree, context: WordReading): Tree {
  const groups = list.items.map(groupIn);
  if (groups.length === 0 || groups.includes(null)) return list;
  const items = groups.flatMap((group) => {
    if (group === null) return [];
    tellUnread(group.item, group.words, context);
    return group.words.value.kind === 'list' ? group.words.value.items : [];
  });
  return withoutGroups({ ...list, items }, context);
}

function groupIn(item: Tree): { readonly item: MappingTree; readonly words: Pair } | null {
  if (item.kind !== 'mapping') return null;
  const words = item.pairs.find((pair) => pair.value.kind === 'list' && isContainer(pair));
  return words === undefined ? null : { item, words };
}

function tellUnread({ pairs }: MappingTree, read: Pair, { foreign }: WordReading): void {
  for (const { key } of pairs) if (key !== read.key) foreign?.onUnread(key);
}
