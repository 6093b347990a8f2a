import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import type { WordReading } from '../reading.js';
import { parseJson } from '../text/json-tree.js';
import { createSource, locationAt } from '../text/source.js';
import { child, type MappingTree, type Pair, show, type Tree } from '../text/tree.js';
import { readEntries, readWeights } from './entries.js';
import { unwrapped } from './foreign/wrapped-words.js';
import type { IncludedWords } from './include.js';
import { mistakenFor } from './json-mistakes.js';
import { reportBeside } from './report-beside.js';
import { readWordList } from './word-list.js';

/**
 * What people save of words as JSON: an array of entries or texts, `{word: weight}`, a file of ours with `hotwords`,
 * and what goes to the vendor and comes back: the answer to a query, the request of a create.
 */
export function parseJsonWords(context: WordReading): IncludedWords {
  const tree = parseJson(context.source, context.report);
  if (tree === null) return nothing;
  const parcel = parcelOf(tree);
  if (parcel !== null) return open(parcel, context);
  const older = olderWords(tree, context);
  if (older !== null) return wordsOnly(readForm(older, context));
  const words = context.foreign === undefined ? tree : unwrapped(tree, context);
  if (words === null) return nothing;
  const mistake = mistakenFor(words);
  if (mistake !== null) {
    context.report(asError(mistake, locationAt(context.source, words.start)));
    return nothing;
  }
  const hotwords = child(words, 'hotwords');
  if (words.kind === 'mapping' && hotwords !== null) reportBeside(words, 'hotwords', context);
  return wordsOnly(readForm(hotwords ?? words, context));
}

const nothing: IncludedWords = { entries: [], target_model: null };

function wordsOnly(entries: readonly Entry[]): IncludedWords {
  return { entries, target_model: null };
}

function readForm(tree: Tree, context: WordReading): Entry[] {
  if (tree.kind === 'list') return readWordList(tree.items, context, 'json');
  if (tree.kind === 'mapping') return readWeights(tree, context);
  context.report(asError(wrongForm(show(tree)), locationAt(context.source, tree.start)));
  return [];
}

/** Words with the model they are for, as requests and answers hold them. */
interface Parcel {
  /** What the words lie in. */
  readonly layer: MappingTree;
  readonly vocabulary: Tree;
  readonly target_model: Tree | null;
}

/** The layers of a request or an answer in which its content may lie, also one inside another. */
const layers = ['output', 'input', 'parameters', 'body', 'data', 'result', 'response'];
const mostLayers = 3;

function parcelOf(tree: Tree, depth = 0): Parcel | null {
  const vocabulary = child(tree, 'vocabulary');
  if (tree.kind === 'mapping' && vocabulary !== null && vocabulary.kind !== 'scalar')
    return { layer: tree, vocabulary, target_model: child(tree, 'target_model') };
  if (depth === mostLayers) return null;
  for (const name of layers) {
    const inner = child(tree, name);
    const parcel = inner === null ? null : parcelOf(inner, depth + 1);
    if (parcel !== null) return parcel;
  }
  return null;
}

/** `{word: weight}` under the name that the vendor's older speech service has for it, where it may be a text of JSON. */
function olderWords(tree: Tree, context: WordReading): Tree | null {
  const words = child(tree, 'WordWeights');
  if (words?.kind === 'mapping') return words;
  if (words?.kind !== 'scalar' || words.style !== 'quoted') return null;
  const inner = parseJson(createSource(context.source.file, words.text), silent);
  return inner?.kind === 'mapping' ? movedTo(words.start, inner) : null;
}

const silent: Report = () => {};

/** A text inside a text has no places of its own. */
function movedTo(start: number, { pairs }: MappingTree): MappingTree {
  const moved = pairs.map(({ key, value }) => ({ key, keyStart: start, value: { ...value, start } }));
  return { kind: 'mapping', start, pairs: moved };
}

function open({ layer, vocabulary, target_model }: Parcel, context: WordReading): IncludedWords {
  reportBeside(layer, 'vocabulary', context);
  const isNamed = target_model?.kind === 'scalar' && target_model.style === 'quoted';
  const entries =
    vocabulary.kind === 'list'
      ? readEntries(vocabulary.items.map(asWritten), context)
      : readForm(vocabulary, context);
  const location = locationAt(context.source, target_model?.start ?? vocabulary.start);
  return { entries, target_model: isNamed ? { value: target_model.text, location } : null };
}

/** What an entry of the vendor may say that is no field of its own here; it knows no notes of ours. */
const vendorKeys: readonly string[] = ['text', 'weight', 'lang', 'extra'];

/** The vendor's own fields are no misspellings: they are kept as they are. It has sent weights as texts, too. */
function asWritten(item: Tree): Tree {
  if (item.kind !== 'mapping') return item;
  const known: Pair[] = [];
  const further: Pair[] = [];
  for (const pair of item.pairs) {
    if (!vendorKeys.includes(pair.key)) further.push(pair);
    else known.push(pair.key === 'weight' ? { ...pair, value: unquoted(pair.value) } : pair);
  }
  const [first] = further;
  if (first === undefined) return { ...item, pairs: known };
  const extra: MappingTree = { kind: 'mapping', start: first.keyStart, pairs: further };
  return { ...item, pairs: [...known, { key: 'extra', keyStart: first.keyStart, value: extra }] };
}

function unquoted(weight: Tree): Tree {
  return weight.kind === 'scalar' && weight.style === 'quoted' ? { ...weight, style: 'literal' } : weight;
}

function wrongForm(found: string): DiagnosticDraft {
  return {
    rule: 'include-form',
    message: `the file holds ${found}`,
    hint: 'write an array of hotwords, or an object {"word": weight}',
  };
}
