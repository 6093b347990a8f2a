import { pairOf, type Tree } from './tree.js';

export type Path = readonly PropertyKey[];

/** Where a path ends in a tree. */
export interface Spot {
  /** null: nothing is written there. */
  readonly tree: Tree | null;
  /** Where the value begins; the innermost mapping or list that is there when the value is not. */
  readonly offset: number;
}

export function locate(root: Tree, path: Path): Spot {
  let tree = root;
  for (const step of path) {
    const next = stepInto(tree, step);
    if (next === null) return { tree: null, offset: tree.start };
    tree = next;
  }
  return { tree, offset: tree.start };
}

/** Where a key of the mapping at the end of a path is written. */
export function locateKey(root: Tree, path: Path, key: string): number {
  const { tree, offset } = locate(root, path);
  return pairOf(tree, key)?.keyStart ?? offset;
}

/** `consumers[0].model` */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}

function stepInto(tree: Tree, step: PropertyKey): Tree | null {
  if (tree.kind === 'list') return typeof step === 'number' ? (tree.items[step] ?? null) : null;
  return pairOf(tree, String(step))?.value ?? null;
}
