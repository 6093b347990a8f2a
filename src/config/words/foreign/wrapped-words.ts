import { asError } from '../../../model/diagnostic.js';
import type { WordReading } from '../../reading.js';
import { locationAt } from '../../text/source.js';
import { child, type ListTree, type MappingTree, type Pair, type Tree } from '../../text/tree.js';
import { meaningOf } from '../header-meanings.js';

/*
 * What an interface or another program wraps around words: `{"code": 0, "data": [ … ]}`, and groups, `[{"name": …, "words": [ … ]}]`.
 * Taken for `{word: weight}`, the keys around the list would become the words. What may as well be a word with its weight, or an
 * entry with a list of its own, is left to those who read these.
 */

/** Names of what holds words, beside those that mean words. */
const container =
  /^(?:data|rows?|items?|lists?|records?|results?|entries|contents?|values|phrases|phrase_?sets?|groups?|payload|response|body|adaptation|(?:hot_?)?words?_?list|wordweights)$/i;

/** Fields with a number that stand beside the words of an answer or a request. */
const counted =
  /^(?:(?:err|error|status|ret|result)?_?code|status|ret|total(?:_?\w+)?|count|size|page(?:_?\w+)?|limit|offset|version|format_?version|boost|weight|id|time(?:stamp)?|ts|success|duration|版本号?|编号|序号|更新|更新时间|日期|年份|数量|总数|条数|页码|频率|频次|次数|级别|优先级)$/i;

/** What a group says of itself beside its words. */
const ofGroup =
  /^(?:name|title|label|id|code|group|category|type|description|desc|note|remark|boost|weight|count|组|组名|分组|分类|类别|类型|科室|部门|名称|名|备注|说明)$/i;

const mostLayers = 4;

/** Whether a key is what an answer or a group says of itself: with a number, it is no word with its weight. */
export function isAboutWords(key: string): boolean {
  return counted.test(key) || ofGroup.test(key);
}

/** The words without what is around them; what there is besides is told to be unread. Null: it was reported that nobody can tell. */
export function unwrapped(tree: Tree, context: WordReading, depth = 0): Tree | null {
  if (tree.kind === 'list') return withoutGroups(tree, context);
  if (tree.kind !== 'mapping' || depth === mostLayers || child(tree, 'hotwords') !== null) return tree;
  const held = tree.pairs.filter(({ value }) => value.kind !== 'scalar');
  if (!tree.pairs.every((pair) => held.includes(pair) || isField(pair))) return tree;
  // Where nothing is in a field for words, there are none: weights have numbers, or are left out of all.
  const isEmpty =
    held.length === 0 && tree.pairs.some(({ key }) => container.test(key)) && !tree.pairs.every(isBlank);
  if (held.length === 0 && !isEmpty) return tree;
  const [inner, ...others] = held.filter(isContainer);
  if (inner !== undefined && others.length === 0) {
    tellUnread(tree, inner, context);
    return unwrapped(inner.value, context, depth + 1);
  }
  // Groups by their names are told by who reads words and weights, one by one.
  if (held.length === tree.pairs.length) return tree;
  context.report(
    asError(
      {
        rule: 'include-form',
        message: isEmpty
          ? 'the file holds an answer without words'
          : `the file holds an object with ${held.map(({ key }) => JSON.stringify(key)).join(', ')} in it, and nobody can tell where its words are`,
        hint: 'leave nothing but the words: an array of them, or an object {"word": weight}',
      },
      locationAt(context.source, tree.start),
    ),
  );
  return null;
}

/** Whether it may be a field of an answer: any text or switch, and a number under a name that has one there. */
function isField({ key, value }: Pair): boolean {
  return value.kind === 'scalar' && (counted.test(key) || !/^[-+]?\d/.test(value.text));
}

function isBlank({ value }: Pair): boolean {
  return value.kind === 'scalar' && (value.text === '' || value.text === 'null');
}

function isContainer({ key, value }: Pair): boolean {
  return value.kind !== 'scalar' && (container.test(key) || meaningOf(key) === 'text');
}

/** The words of all groups, where each item of a list is one. */
function withoutGroups(list: ListTree, context: WordReading): Tree {
  const groups = list.items.map(groupIn);
  if (groups.length === 0 || groups.includes(null) || groups.every((group) => group?.words === null))
    return list;
  const items = groups.flatMap((group) => {
    if (group === null || group.words === null) return [];
    tellUnread(group.item, group.words, context);
    return entriesIn(group.words.value);
  });
  return withoutGroups({ ...list, items }, context);
}

interface Group {
  readonly item: MappingTree;
  /** null: it has none. */
  readonly words: Pair | null;
}

/** null: it may be a word that has a list of something. */
function groupIn(item: Tree): Group | null {
  if (item.kind !== 'mapping') return null;
  const words = item.pairs.filter(isContainer);
  const [only] = words;
  const others = item.pairs.filter((pair) => pair !== only);
  const areOfGroup = others.every(
    (pair) => pair.value.kind === 'scalar' && (ofGroup.test(pair.key) || isNothing(pair)),
  );
  if (words.length > 1 || !areOfGroup || (only !== undefined && /^key_?words?$/i.test(only.key))) return null;
  return { item, words: only ?? null };
}

/** A group without words may say so. */
function isNothing(pair: Pair): boolean {
  return isBlank(pair) && (container.test(pair.key) || meaningOf(pair.key) === 'text');
}

function entriesIn(words: Tree): readonly Tree[] {
  if (words.kind === 'list') return words.items;
  if (words.kind === 'scalar') return [];
  return words.pairs.map(({ key, keyStart, value }) => {
    const text: Tree = { kind: 'scalar', style: 'quoted', text: key, start: keyStart, end: keyStart };
    const pairs = [
      { key: 'text', keyStart, value: text },
      { key: 'weight', keyStart, value },
    ];
    return { kind: 'mapping', start: keyStart, pairs };
  });
}

function tellUnread({ pairs }: MappingTree, read: Pair, { foreign }: WordReading): void {
  for (const { key } of pairs) if (key !== read.key) foreign?.onUnread(key);
}
