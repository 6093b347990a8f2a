/*
 * A YAML text as people see it: its values with the comments, blank lines and anchors around them. What a value means is
 * the business of text/tree.ts; this knows how it is written, so that it can be written again.
 */

/** A line of its own, above or below something. raw: a directive, as it stands. */
export type Line =
  | { readonly kind: 'comment' | 'raw'; readonly text: string; readonly column: number }
  | { readonly kind: 'blank' };

/** A comment behind something in its line. */
export interface Beside {
  readonly text: string;
  /** Spaces before it: who lined comments up finds them lined up. */
  readonly gap: number;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  anchor: string | null;
  readonly style: 'plain' | 'quoted' | 'block';
  /** Escapes and folding resolved. */
  readonly text: string;
  /** As it stands, over several lines perhaps. */
  readonly source: string;
  /** What a block scalar begins with, such as `|-`. */
  readonly header: string;
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly source: string;
}

export interface Collection {
  readonly kind: 'mapping' | 'list';
  anchor: string | null;
  /** block: a line an item. one-line and several-lines: in brackets. */
  style: 'block' | 'one-line' | 'several-lines';
  items: Item[];
  /** Behind the last item, at the indentation of the items. */
  readonly tail: Line[];
}

export type LayoutNode = ScalarNode | AliasNode | Collection;

/** A pair of a mapping or an item of a list, with what belongs to it. */
export interface Item {
  before: Line[];
  /** null in a list. */
  key: ScalarNode | null;
  /** null: nothing stands there. */
  value: LayoutNode | null;
  /** Whether a key in braces has no colon behind it: often one was meant to be there, so none is added. */
  isBare?: boolean;
  beside: Beside | null;
  /** Below it and further in, where its value is empty. */
  readonly tail: Line[];
}

export interface Layout {
  /** Above the line `---`; null: there is no such line. */
  readonly preamble: readonly Line[] | null;
  /** What belongs to the file and not to its first key: the modeline, and what a blank line sets apart. */
  head: Line[];
  root: LayoutNode | null;
  /** Below a root that has no place for it. */
  readonly end: readonly Line[];
  /** Every comment of the text, in its order. */
  readonly comments: readonly string[];
  readonly hasAliases: boolean;
}

/** An item of which nothing is known yet. */
export function emptyItem(before: Line[] = []): Item {
  return { before, key: null, value: null, beside: null, tail: [] };
}

export function isCollection(node: LayoutNode): node is Collection {
  return node.kind === 'mapping' || node.kind === 'list';
}

/** Words without quotes that go on in the next line: most often another word was meant, whose dash is missing. */
export function isOnSeveralLines(node: LayoutNode): node is ScalarNode {
  return node.kind === 'scalar' && node.style === 'plain' && node.source.includes('\n');
}
