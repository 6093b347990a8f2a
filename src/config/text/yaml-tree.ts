import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { locationAt, type Source } from './source.js';
import { emptyAt, type Pair, type ScalarTree, type Tree } from './tree.js';

const maxDepth = 64;
/** Values that aliases may stand for, in all: room for shared lists, none for a billion laughs. */
const maxAliased = 10_000;

interface Walk {
  readonly source: Source;
  readonly report: Report;
  /** Nodes that are complete. An alias inside its own anchor finds nothing, so that no tree is endless. */
  readonly anchors: Map<string, ParsedNode>;
  /** The alias the walk is inside of, the outermost of several. */
  alias: Alias.Parsed | null;
  aliased: number;
  overflown: boolean;
}

/** A document as a tree with its aliases replaced; null, and a diagnostic, when they make it too large or too deep. */
export function treeOf(contents: ParsedNode, source: Source, report: Report): Tree | null {
  const walk: Walk = {
    source,
    report,
    anchors: new Map(),
    alias: null,
    aliased: 0,
    overflown: false,
  };
  const tree = convert(contents, walk, 0);
  return walk.overflown ? null : tree;
}

function convert(node: ParsedNode, walk: Walk, depth: number): Tree {
  const start = node.range[0];
  if (walk.alias !== null) walk.aliased++;
  if (depth > maxDepth || walk.aliased > maxAliased) overflow(walk, walk.alias?.range[0] ?? start);
  if (walk.overflown) return emptyAt(start);
  if (node.tag !== undefined) say(walk, start, tagged(node.tag));
  if (isAlias(node)) return expand(node, walk, depth);
  const tree = isScalar(node) ? scalarOf(node) : collectionOf(node, walk, depth);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  return tree;
}

function expand(alias: Alias.Parsed, walk: Walk, depth: number): Tree {
  const [start] = alias.range;
  const target = walk.anchors.get(alias.source);
  if (target === undefined) {
    say(walk, start, unknownAlias(alias.source));
    return emptyAt(start);
  }
  const outer = walk.alias;
  walk.alias ??= alias;
  const tree = convert(target, walk, depth + 1);
  walk.alias = outer;
  return tree;
}

function scalarOf({ source, type, range }: Scalar.Parsed): ScalarTree {
  const style = type === 'PLAIN' ? 'plain' : 'quoted';
  return { kind: 'scalar', style, text: source, start: range[0], end: range[1] };
}

function collectionOf(node: YAMLMap.Parsed | YAMLSeq.Parsed, walk: Walk, depth: number): Tree {
  const [start] = node.range;
  if (isMap(node)) return { kind: 'mapping', start, pairs: pairsOf(node, walk, depth) };
  return { kind: 'list', start, items: node.items.map((item) => convert(item, walk, depth + 1)) };
}

function pairsOf({ items }: YAMLMap.Parsed, walk: Walk, depth: number): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { key, value } of items) {
    const keyStart = key.range[0];
    const name = keyOf(key, walk);
    const earlier = name === null ? undefined : pairs.get(name);
    const tree = value === null ? emptyAt(key.range[1]) : convert(value, walk, depth + 1);
    if (earlier !== undefined) say(walk, keyStart, repeated(earlier, walk.source));
    else if (name !== null) pairs.set(name, { key: name, keyStart, value: tree });
  }
  return [...pairs.values()];
}

function keyOf(key: ParsedNode, walk: Walk): string | null {
  if (!isScalar(key) || key.tag !== undefined) {
    say(walk, key.range[0], complexKey);
    return null;
  }
  if (key.source !== '<<' || key.type !== 'PLAIN') return key.source;
  say(walk, key.range[0], mergeKey);
  return null;
}

function overflow(walk: Walk, offset: number): void {
  if (!walk.overflown) say(walk, offset, tooMuch);
  walk.overflown = true;
}

function say({ source, report }: Walk, offset: number, draft: DiagnosticDraft): void {
  report(asError(draft, locationAt(source, offset)));
}

const tooMuch: DiagnosticDraft = {
  rule: 'yaml-aliases',
  message: `aliases stand for more than ${maxAliased} values, or nest more than ${maxDepth} deep`,
  hint: 'write the values out, or move shared hotwords to a file and name it under include',
};
const mergeKey: DiagnosticDraft = {
  rule: 'yaml-merge-key',
  message: 'merge keys (<<) are not supported: YAML 1.2 has none',
  hint: 'write the keys out',
};
const complexKey: DiagnosticDraft = {
  rule: 'yaml-key',
  message: 'a key must be a plain text',
  hint: 'write the key as a word followed by a colon',
};

function tagged(tag: string): DiagnosticDraft {
  return {
    rule: 'yaml-tag',
    message: `the tag ${tag.replace('tag:yaml.org,2002:', '!!')} is not supported: every key knows the type of its value`,
    hint: 'delete the tag; a text stays a text even when it looks like a number',
  };
}

function unknownAlias(name: string): DiagnosticDraft {
  return {
    rule: 'yaml-alias',
    message: `*${name} names no anchor that is complete before it`,
    hint: `put &${name} before the value it shall repeat, earlier in the same file`,
  };
}

function repeated({ key, keyStart }: Pair, source: Source): DiagnosticDraft {
  return {
    rule: 'duplicate-key',
    message: `the key "${key}" is written twice`,
    hint: 'delete one of them, or merge their values',
    related: locationAt(source, keyStart),
  };
}
