/**
 * What YAML and JSON have in common, with offsets. A scalar keeps its source: whether `on` or `1e3` is a text or
 * something else is decided by the field that reads it, never by the way it looks.
 */
export type Tree = ScalarTree | ListTree | MappingTree;

/** plain: unquoted YAML, a text if a text is wanted · quoted: always a text · literal: a JSON number, true, false or null. */
export type ScalarStyle = 'plain' | 'quoted' | 'literal';

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  /** Escapes and folding resolved, nothing else. */
  readonly text: string;
}

export interface ListTree {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly Tree[];
}

export interface MappingTree {
  readonly kind: 'mapping';
  readonly start: number;
  /** Keys are unique. */
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: string;
  readonly keyStart: number;
  readonly value: Tree;
}

/** The value of a key of a mapping; null for everything else. */
export function child(tree: Tree | null, key: string): Tree | null {
  return pairOf(tree, key)?.value ?? null;
}

export function pairOf(tree: Tree | null, key: string): Pair | null {
  if (tree?.kind !== 'mapping') return null;
  return tree.pairs.find((pair) => pair.key === key) ?? null;
}

export function emptyAt(offset: number): ScalarTree {
  return { kind: 'scalar', style: 'plain', text: '', start: offset, end: offset };
}

/** Nothing stands after the key or the dash. */
function isEmpty(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.style === 'plain' && tree.text === '';
}

const maxShown = 60;

/** A value as messages name it; in quotes if it was. */
export function show(tree: Tree): string {
  if (tree.kind === 'list') return 'a list';
  if (tree.kind === 'mapping') return 'a mapping';
  if (isEmpty(tree)) return 'empty';
  const text = tree.text.length > maxShown ? `${tree.text.slice(0, maxShown)}…` : tree.text;
  return tree.style === 'quoted' ? JSON.stringify(text) : text;
}

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const wholeNumber = /^[-+]?[0-9]+$/;

/** A whole number, also with the decimals that spreadsheets add: `4.0`. */
const wholeValue = /^[-+]?[0-9]+(?:\.0*)?$/;

/** The whole number an unquoted scalar spells in decimal digits; null when it does not. */
export function wholeNumberOf({ style, text }: ScalarTree): number | null {
  return style !== 'quoted' && wholeValue.test(text) ? Number(text) : null;
}

export function booleanOf({ style, text }: ScalarTree): boolean | null {
  if (style === 'quoted') return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  return /^(?:false|False|FALSE)$/.test(text) ? false : null;
}

export function isNull({ style, text }: ScalarTree): boolean {
  return style !== 'quoted' && /^(?:null|Null|NULL|~|)$/.test(text);
}

/** The value a scalar has where any is welcome. Numbers that JavaScript cannot hold exactly stay text. */
export function resolve(scalar: ScalarTree): string | number | boolean | null {
  if (isNull(scalar)) return null;
  const truth = booleanOf(scalar);
  if (truth !== null) return truth;
  if (scalar.style === 'quoted' || !decimal.test(scalar.text)) return scalar.text;
  const value = Number(scalar.text);
  const exact = wholeNumber.test(scalar.text) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact ? value : scalar.text;
}
