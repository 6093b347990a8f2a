import { CST } from 'yaml';
import { type Attaching, createAttaching } from './attach.js';
import {
  type AliasNode,
  type Collection,
  emptyItem,
  type Item,
  isCollection,
  type Layout,
  type LayoutNode,
  type ScalarNode,
} from './layout.js';
import { splitHead } from './split-head.js';
import { quoted } from './write-scalar.js';

interface Walk {
  readonly text: string;
  readonly attaching: Attaching;
  /** An anchor that was read and waits for its value. */
  anchor: string | null;
  hasAliases: boolean;
  preamble: Layout['preamble'];
}

/** Finds the first key that is written as `? key`; null: there is none. It leaves open what belongs to it. */
export function findExplicitKey(tokens: readonly CST.Token[]): number | null {
  const found: number[] = [];
  const visit = ({ start }: CST.CollectionItem): void => {
    for (const { type, offset } of start) if (type === 'explicit-key-ind') found.push(offset);
  };
  for (const token of tokens) if (token.type === 'document') CST.visit(token, visit);
  return found[0] ?? null;
}

/** The longest key that YAML takes before a colon, in characters. */
const longestKey = 1024;

/** Finds the first key that is longer than YAML allows once it is quoted, with all that nobody sees written out. */
export function findLongKey(tokens: readonly CST.Token[]): number | null {
  const found: number[] = [];
  const visit = ({ key }: CST.CollectionItem): void => {
    if (!isScalarToken(key) || key.source.length < longestKey / 8) return;
    const text = CST.resolveAsScalar(key)?.value ?? '';
    if (quoted(text).length > longestKey) found.push(key.offset);
  };
  for (const token of tokens) if (token.type === 'document') CST.visit(token, visit);
  return found[0] ?? null;
}

/** Reads how a text is written. @param tokens what the YAML parser made of it, without errors and explicit keys */
export function readLayout(text: string, tokens: readonly CST.Token[]): Layout {
  const attaching = createAttaching(text);
  const walk: Walk = { text, attaching, anchor: null, hasAliases: false, preamble: null };
  let root: LayoutNode | null = null;
  for (const token of tokens) {
    if (token.type === 'document') root = readDocument(token, walk);
    else if (token.type === 'directive') attaching.addRaw(token);
    else if (token.type === 'doc-end') readTokens(token.end, walk);
    else if ('source' in token) readToken(token as CST.SourceToken, walk);
  }
  const end = attaching.finish();
  const { comments } = attaching;
  const { hasAliases, preamble } = walk;
  return splitHead({ preamble, head: [], root, end, comments, hasAliases });
}

function readDocument({ start, value, end }: CST.Document, walk: Walk): LayoutNode | null {
  for (const part of start) {
    if (part.type === 'doc-start') walk.preamble = walk.attaching.takePending();
    else readToken(part, walk);
  }
  const root = readValue(value, walk);
  readTokens(end, walk);
  return root;
}

function readTokens(tokens: readonly CST.SourceToken[] | undefined, walk: Walk): void {
  for (const token of tokens ?? []) readToken(token, walk);
}

function readToken(token: CST.SourceToken, walk: Walk): void {
  if (token.type === 'anchor') walk.anchor = token.source;
  else if (token.type === 'comment') walk.attaching.addComment(token);
  else if (token.type === 'newline') walk.attaching.addNewline(token.offset);
}

function readValue(token: CST.Token | null | undefined, walk: Walk): LayoutNode | null {
  const anchor = walk.anchor;
  walk.anchor = null;
  if (isScalarToken(token)) return readScalar(token, anchor, walk);
  if (token?.type === 'block-map' || token?.type === 'block-seq') return readBlock(token, anchor, walk);
  if (token?.type === 'flow-collection') return readFlow(token, anchor, walk);
  // An anchor with nothing behind it is on an empty value.
  return anchor === null ? null : scalarNode({ anchor, style: 'plain', text: '', source: '' });
}

const scalarTypes = ['alias', 'scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'block-scalar'];

function isScalarToken(token: CST.Token | null | undefined): token is CST.FlowScalar | CST.BlockScalar {
  return scalarTypes.includes(token?.type ?? '');
}

function scalarNode(parts: Omit<ScalarNode, 'kind' | 'header'> & { readonly header?: string }): ScalarNode {
  return { kind: 'scalar', header: '', ...parts };
}

function readScalar(
  token: CST.FlowScalar | CST.BlockScalar,
  anchor: string | null,
  walk: Walk,
): ScalarNode | AliasNode {
  const { source } = token;
  if (token.type === 'block-scalar') {
    const header = token.props.find(({ type }) => type === 'block-scalar-header');
    readTokens(token.props as CST.SourceToken[], walk);
    const text = CST.resolveAsScalar(token)?.value ?? '';
    // The blank lines behind its text are in the source, and are no part of it unless the header says so.
    if (endsInBlankLine(source) && !hasSource(header).includes('+')) walk.attaching.addBlank();
    return scalarNode({ anchor, style: 'block', text, source, header: hasSource(header) });
  }
  readTokens(token.end, walk);
  if (token.type === 'alias') {
    walk.hasAliases = true;
    return { kind: 'alias', source };
  }
  const style = token.type === 'scalar' ? 'plain' : 'quoted';
  const text = CST.resolveAsScalar(token)?.value ?? '';
  return scalarNode({ anchor, style, text, source });
}

/** A line of spaces that is longer than the text is indented is a part of the text. */
function endsInBlankLine(source: string): boolean {
  const indent = /^( *)\S/m.exec(source)?.[1]?.length ?? Number.POSITIVE_INFINITY;
  const [last = '', before = '', ...others] = source.split('\n').reverse();
  return others.length > 0 && [last, before].every((line) => /^[ \t]*$/.test(line) && line.length <= indent);
}

function hasSource(token: CST.Token | undefined): string {
  return token !== undefined && 'source' in token ? token.source : '';
}

function readBlock(token: CST.BlockMap | CST.BlockSequence, anchor: string | null, walk: Walk): Collection {
  const { attaching } = walk;
  const isMapping = token.type === 'block-map';
  const collection: Collection = {
    kind: isMapping ? 'mapping' : 'list',
    anchor,
    style: 'block',
    items: [],
    tail: [],
  };
  let indent = -1;
  const begin = (offset: number): Item => {
    const column = attaching.columnOf(offset);
    if (indent === -1) indent = column;
    const item = emptyItem();
    attaching.begin(item, column);
    collection.items.push(item);
    return item;
  };
  for (const { start, key, sep, value } of token.items) {
    let item: Item | null = null;
    for (const part of start) {
      if (part.type === 'seq-item-ind') item = begin(part.offset);
      else readToken(part, walk);
    }
    if (item === null && !isThere(key) && sep === undefined) continue;
    item ??= begin(key?.offset ?? (sep?.[0]?.offset as number));
    if (isMapping) item.key = readKey(key, walk);
    readTokens(sep, walk);
    item.value = readValue(value, walk);
    if (isEmpty(item.value)) attaching.close(indent + 1, item.tail);
  }
  attaching.close(indent, collection.tail);
  return collection;
}

function isThere(token: CST.Token | null | undefined): boolean {
  return token !== null && token !== undefined;
}

/** Then what stands below it, further in, is what somebody has taken out of it. */
function isEmpty(value: LayoutNode | null): boolean {
  return value === null || (isCollection(value) && value.items.length === 0);
}

function readKey(token: CST.Token | null | undefined, walk: Walk): ScalarNode {
  const key = readValue(token, walk);
  // Any other key is an error, and such a file is not written.
  return key?.kind === 'scalar' ? key : scalarNode({ anchor: null, style: 'plain', text: '', source: '' });
}

function readFlow(token: CST.FlowCollection, anchor: string | null, walk: Walk): Collection {
  const { attaching, text } = walk;
  const isMapping = token.start.type === 'flow-map-start';
  const owner = attaching.last();
  const items: Item[] = [];
  for (const { start, key, sep, value } of token.items) {
    const hasPair = isThere(key) || (sep?.length ?? 0) > 0;
    readTokens(start, walk);
    if (!hasPair && !isThere(value) && walk.anchor === null) continue;
    const item = attaching.beginInside();
    items.push(item);
    if (isMapping || hasPair) item.key = readKey(key ?? null, walk);
    item.isBare = !(sep ?? []).some(({ type }) => type === 'map-value-ind');
    readTokens(sep, walk);
    item.value = readValue(value, walk);
    attaching.resume(item);
    if (!isMapping && hasPair) wrapPair(item);
  }
  const tail = attaching.takePending().filter(({ kind }) => kind === 'comment');
  attaching.resume(owner);
  const end = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
  const written = text.slice(token.offset, end?.offset);
  const style = written.includes('\n') ? 'several-lines' : 'one-line';
  const collection: Collection = { kind: isMapping ? 'mapping' : 'list', anchor, style, items, tail };
  // The owner's comment may have to stand behind the opening bracket, and another behind the closing one.
  attaching.whileValueIs(owner, collection, () => readTokens(token.end, walk));
  return collection;
}

/** `[a: 1]` is a list of one mapping. */
function wrapPair(item: Item): void {
  const { key, value } = item;
  const pair: Item = { ...emptyItem(), key, value };
  item.key = null;
  item.value = { kind: 'mapping', anchor: null, style: 'one-line', items: [pair], tail: [] };
}
