import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { parseJson } from '../text/json-tree.js';
import { locationAt } from '../text/source.js';
import { child, type MappingTree, type Pair, show, type Tree } from '../text/tree.js';
import { readEntries, readWeights } from './entries.js';
import type { IncludedWords } from './include.js';

/**
 * What people save of words as JSON: an array of entries or texts, `{word: weight}`, a file of ours with `hotwords`,
 * and what goes to the vendor and comes back: the answer to a query, the request of a create.
 */
export function parseJsonWords(context: Reading): IncludedWords {
  const tree = parseJson(context.source, context.report);
  if (tree === null) return nothing;
  const parcel = parcelOf(tree);
  if (parcel !== null) return open(parcel, context);
  const mistake = mistakenFor(tree);
  if (mistake !== null) {
    context.report(asError(mistake, locationAt(context.source, tree.start)));
    return nothing;
  }
  return wordsOnly(readForm(child(tree, 'hotwords') ?? tree, context));
}

const nothing: IncludedWords = { entries: [], target_model: null };

function wordsOnly(entries: readonly Entry[]): IncludedWords {
  return { entries, target_model: null };
}

function readForm(tree: Tree, context: Reading): Entry[] {
  if (tree.kind === 'list') return readEntries(tree.items, context);
  if (tree.kind === 'mapping') return readWeights(tree, context);
  context.report(asError(wrongForm(show(tree)), locationAt(context.source, tree.start)));
  return [];
}

/** Words with the model they are for, as requests and answers hold them. */
interface Parcel {
  readonly vocabulary: Tree;
  readonly target_model: Tree | null;
}

/** The layers of a request or an answer in which its content may lie. */
const layers = ['output', 'input', 'parameters'];

function parcelOf(tree: Tree): Parcel | null {
  for (const layer of [tree, ...layers.map((name) => child(tree, name))]) {
    const vocabulary = child(layer, 'vocabulary');
    if (vocabulary === null || vocabulary.kind === 'scalar') continue;
    return { vocabulary, target_model: child(layer, 'target_model') };
  }
  return null;
}

function open({ vocabulary, target_model }: Parcel, context: Reading): IncludedWords {
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

/** What is saved along with the words by mistake, or in their place. */
function mistakenFor(tree: Tree): DiagnosticDraft | null {
  const code = child(tree, 'code');
  if (code?.kind === 'scalar' && code.style === 'quoted' && child(tree, 'message') !== null)
    return errorAnswer(code.text);
  const listing = child(tree, 'vocabulary_list') ?? child(child(tree, 'output'), 'vocabulary_list') ?? tree;
  if (listing.kind === 'list' && listing.items.some(isListed)) return listOfLists;
  return isSingleEntry(tree) ? singleEntry : null;
}

function isListed(item: Tree): boolean {
  return child(item, 'vocabulary_id') !== null && child(item, 'text') === null;
}

function isSingleEntry(tree: Tree): boolean {
  const text = child(tree, 'text');
  return text?.kind === 'scalar' && text.style === 'quoted' && child(tree, 'weight') !== null;
}

function errorAnswer(code: string): DiagnosticDraft {
  return {
    rule: 'include-form',
    message: `the file holds the answer to a request that failed (${code}), and no words`,
    hint: 'ask again, and save the answer that has a `vocabulary`',
  };
}

const listOfLists: DiagnosticDraft = {
  rule: 'include-form',
  message: 'the file holds a listing: the ids of lists, and no words',
  hint: 'query the list that is meant, and save that answer: it has a `vocabulary`',
};

const singleEntry: DiagnosticDraft = {
  rule: 'include-form',
  message: 'the file holds one hotword, and not a list of them',
  hint: 'put brackets around it: [ { "text": …, "weight": … } ]',
};

function wrongForm(found: string): DiagnosticDraft {
  return {
    rule: 'include-form',
    message: `the file holds ${found}`,
    hint: 'write an array of hotwords, or an object {"word": weight}',
  };
}
