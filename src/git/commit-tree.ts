import type { ObjectReader } from './object-reader.js';
import { parseTree, type Tree, type TreeEntry } from './parse-tree.js';
import { unavailable } from './unavailable.js';

/** Everything that is in a commit. */
export interface CommitTree {
  readonly root: TreeEntry;
  items(folder: TreeEntry): Promise<Tree>;
  /** Reads a file; of a link, the path it leads to. */
  content(entry: TreeEntry): Promise<Buffer | 'too-large'>;
}

/** Each folder is read when it is first entered, so that only those on the way to a file are. */
export function openTree(commit: string, objects: ObjectReader): CommitTree {
  const known = new Map<string, Promise<Tree>>();

  async function load(object: string): Promise<Tree> {
    const bytes = await objects.read(object);
    const tree = bytes === 'too-large' ? null : parseTree(bytes, commit.length / 2);
    if (tree !== null) return tree;
    const message = `a folder of the commit cannot be read: git object ${object} is too large, or damaged`;
    throw unavailable(message, 'look for damage with `git fsck`');
  }

  return {
    root: { kind: 'folder', object: `${commit}^{tree}` },
    items: ({ object }) => {
      const tree = known.get(object) ?? load(object);
      known.set(object, tree);
      return tree;
    },
    content: ({ object }) => objects.read(object),
  };
}
