import type { DiagnosticDraft } from '../../model/diagnostic.js';
import { child, type MappingTree, type ScalarTree, type Tree, wholeNumberOf } from '../text/tree.js';

/** What is saved along with the words by mistake, or in their place; null for what may be words. */
export function mistakenFor(tree: Tree): DiagnosticDraft | null {
  const output = child(tree, 'output') ?? tree;
  const failure = failureIn(tree);
  if (failure !== null) return noWords(failure, 'ask again, and save the answer that has a `vocabulary`');
  const listing = child(output, 'vocabulary_list') ?? tree;
  const isListing = listing !== tree || (listing.kind === 'list' && listing.items.some(isListed));
  if (isListing && listing.kind === 'list') return noWords('a listing: the ids of lists', queryIt);
  const vocabulary = child(output, 'vocabulary');
  if (vocabulary?.kind === 'scalar' && isNothing(vocabulary))
    return noWords('an answer whose `vocabulary` is null', queryIt);
  if (isQuoted(child(output, 'vocabulary_id'))) return noWords('the id of a list', queryIt);
  return isSingleEntry(tree) ? singleEntry : withoutWeights(tree);
}

const queryIt = 'query the list that is meant, and save that answer: it has a `vocabulary`';

function noWords(what: string, hint: string): DiagnosticDraft {
  return { rule: 'include-form', message: `the file holds ${what}, and no words`, hint };
}

function isListed(item: Tree): boolean {
  return child(item, 'vocabulary_id') !== null && child(item, 'text') === null;
}

function isQuoted(tree: Tree | null): tree is ScalarTree {
  return tree?.kind === 'scalar' && tree.style === 'quoted';
}

function isNothing({ style, text }: ScalarTree): boolean {
  return style === 'literal' && text === 'null';
}

/** The vendor's refusals have a code beside a message or an id; others put both under `error`. */
function failureIn(tree: Tree): string | null {
  const code = child(tree, 'code');
  const isAnswer = child(tree, 'message') !== null || child(tree, 'request_id') !== null;
  // An SDK has them in a success, too, with nothing in them.
  if (isQuoted(code) && code.text !== '' && isAnswer)
    return `the answer to a request that failed (${code.text})`;
  const error = child(tree, 'error');
  if (error === null || (error.kind === 'scalar' && !(isQuoted(error) && /\D/.test(error.text)))) return null;
  const inner = child(error, 'code') ?? child(error, 'message') ?? error;
  return `the answer to a request that failed${isQuoted(inner) ? ` (${inner.text.slice(0, 100)})` : ''}`;
}

/** With a number in its place, `text` is a word and its weight. */
function isSingleEntry(tree: Tree): boolean {
  const text = child(tree, 'text');
  return isQuoted(text) && /\D/.test(text.text);
}

const singleEntry: DiagnosticDraft = {
  rule: 'include-form',
  message: 'the file holds one hotword, and not a list of them',
  hint: 'put brackets around it: [ { "text": …, "weight": … } ]',
};

/** An object of which no value is a number has something else in mind than `{word: weight}`. */
function withoutWeights(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'mapping' || tree.pairs.length === 0 || child(tree, 'hotwords') !== null) return null;
  if (tree.pairs.some(({ value }) => mayBeWeight(value))) return null;
  const under = onlyList(tree);
  const message = 'the file holds an object whose values are no weights';
  const array = 'write an array of hotwords, or an object {"word": weight}';
  if (under === null) return { rule: 'include-form', message, hint: array };
  return {
    rule: 'include-form',
    message: `${message}, but a list under ${JSON.stringify(under)}`,
    hint: 'call the key hotwords, or leave nothing but the list',
  };
}

function mayBeWeight(tree: Tree): boolean {
  if (tree.kind !== 'scalar') return false;
  return (
    isNothing(tree) ||
    wholeNumberOf({ ...tree, style: 'plain', text: tree.text.trim() }) !== null ||
    isDecimal(tree)
  );
}

function isDecimal({ style, text }: ScalarTree): boolean {
  return style === 'literal' && /^-?\d/.test(text);
}

function onlyList({ pairs }: MappingTree): string | null {
  const [list, ...others] = pairs.filter(({ value }) => value.kind === 'list');
  return list === undefined || others.length > 0 ? null : list.key;
}
