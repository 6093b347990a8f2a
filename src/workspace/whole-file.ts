import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';

/** How a file is written. Nothing of it is needed. */
export interface WholeFileOptions {
  /** The permissions of the file; left out: what the process gives every file. */
  readonly mode?: number;
  /** Resolve only when it is on the disk, so that it outlives a loss of power. */
  readonly durable?: boolean;
  /** What failed when it cannot be written, up to the path: `cannot keep the backup`. */
  readonly failure?: string;
  /** The way out when it cannot be written. */
  readonly hint?: string;
  /** How files are opened and renamed; left out: as Node does. */
  readonly disk?: Disk;
}

interface Disk {
  readonly open: typeof open;
  readonly rename: typeof rename;
}

/**
 * Writes a whole file or nothing, folders included: half of one might look like a shorter whole, so the text has its
 * name only once it is complete. @throws VocabError `file-unwritable`
 */
export async function writeWhole(path: string, text: string, options: WholeFileOptions = {}): Promise<void> {
  const { disk = { open, rename } } = options;
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeDraft(draft, text, { ...options, disk });
    await disk.rename(draft, path);
    if (options.durable === true) await syncFolder(dirname(path), disk);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    const { failure = 'cannot write', hint = 'choose a path that can be written' } = options;
    const why = messageOf(cause);
    throw new VocabError('file-unwritable', `${failure} ${path}: ${why}`, { hint, cause });
  }
}

async function writeDraft(
  draft: string,
  text: string,
  { mode, durable, disk }: WholeFileOptions & { readonly disk: Disk },
): Promise<void> {
  const file = await disk.open(draft, 'w', mode);
  try {
    // What the process withholds from every file is not withheld here.
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(text);
    if (durable === true) await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is on the disk with its folder. Windows has no such thing, and does without. */
async function syncFolder(path: string, disk: Disk): Promise<void> {
  const folder = await disk.open(path, 'r').catch(() => null);
  try {
    await folder?.sync().catch(() => {});
  } finally {
    await folder?.close();
  }
}

/** Writes as `writeWhole` does, but leaves a file alone that says the same. Resolves to whether it was written. */
export async function writeIfChanged(path: string, text: string): Promise<boolean> {
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === text) return false;
  // Who may read a file is for those to say who have it, and the new one takes its place.
  const mode = await stat(path).then((found) => found.mode & 0o777, noMode);
  await writeWhole(path, text, mode === undefined ? {} : { mode });
  return true;
}

function noMode(): undefined {}
