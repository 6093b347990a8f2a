/** What a folder of a commit can hold. A submodule is a folder that another repository has the content of. */
export type EntryKind = 'folder' | 'file' | 'link' | 'submodule';

export interface TreeEntry {
  readonly kind: EntryKind;
  /** What git finds its content by. */
  readonly object: string;
}

/** The items of a folder by name. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/**
 * A tree object: for each item its mode in octal digits, a space, its name, a NUL, and the bytes of its hash, with
 * nothing in between. Null when the bytes are none.
 */
export function parseTree(bytes: Buffer, hashLength: number): Tree | null {
  const items = new Map<string, TreeEntry>();
  let start = 0;
  while (start < bytes.length) {
    const space = bytes.indexOf(0x20, start);
    const nul = bytes.indexOf(0, start);
    const end = nul + 1 + hashLength;
    if (space === -1 || nul < space || end > bytes.length) return null;
    const kind = kindOf(bytes.toString('latin1', start, space));
    items.set(bytes.toString('utf8', space + 1, nul), { kind, object: bytes.toString('hex', nul + 1, end) });
    start = end;
  }
  return items;
}

/** The type of a file as stat(2) has it; what else there is, are files that may be executed or not. */
function kindOf(mode: string): EntryKind {
  switch (Number.parseInt(mode, 8) & 0o170000) {
    case 0o040000:
      return 'folder';
    case 0o120000:
      return 'link';
    case 0o160000:
      return 'submodule';
    default:
      return 'file';
  }
}
