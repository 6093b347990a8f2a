import { pairOf, type Tree } from '../text/tree.js';
import { configPlace, type Place, vocabularyPlace, wordsPlace } from './places.js';

export type FileKind = 'config' | 'vocabulary' | 'words';

/** What a file is, by what it holds; null: nothing of ours, as a workflow or a manifest is. */
export function kindOf(tree: Tree): FileKind | null {
  const has = (key: string): boolean => pairOf(tree, key) !== null;
  if (tree.kind === 'list') return tree.items.every(isWord) ? 'words' : null;
  if (has('vocabularies') || has('account')) return 'config';
  const isNamed = has('name') && ['prefix', 'target_model', 'target_models', 'include'].some(has);
  return has('hotwords') || isNamed ? 'vocabulary' : null;
}

function isWord(item: Tree): boolean {
  return item.kind === 'scalar' || pairOf(item, 'text') !== null;
}

export function placeOfKind(kind: FileKind): Place {
  switch (kind) {
    case 'config':
      return configPlace();
    case 'vocabulary':
      return vocabularyPlace();
    case 'words':
      return wordsPlace();
  }
}
