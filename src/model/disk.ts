/** The largest file that is read, in bytes. */
export const maxFileSize = 8 * 1024 * 1024;

/** Why a file was not read. `no-file`: a pipe, a device or a submodule. `outside`: it is, or lies behind, a link out of the folder. */
export type Unreadable =
  | 'missing'
  | 'outside'
  | 'a-folder'
  | 'no-file'
  | 'too-large'
  | { readonly code: string };

export interface DiskFile {
  readonly bytes: Uint8Array;
  /** The same for two paths to one file. */
  readonly identity: string;
}

export interface DirectoryItem {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** The items of a directory; none when there is no such directory. */
export type ListDirectory = (path: string) => Promise<readonly DirectoryItem[]>;

/**
 * The root that a configuration may reach, and nothing outside it: the git work tree, or the configuration's folder where
 * there is none, or all of a commit. Paths are relative to it, separated by /, without . and ..; the root itself is the
 * empty path.
 */
export interface Disk {
  read(path: string): Promise<DiskFile | Unreadable>;
  readonly list: ListDirectory;
}

const toolFolders = ['.git', '.vocabsync'];

/**
 * Whether a path leads into a folder in which git, or vocabsync, keeps what is no part of the configuration. In any case
 * of the letters, as some disks do not tell them apart.
 * @param path its steps separated by /
 */
export function isForTools(path: string): boolean {
  return path.split('/').some((step) => toolFolders.includes(step.toLowerCase()));
}
