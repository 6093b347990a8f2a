import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isForTools } from '../model/disk.js';
import { VocabError } from '../model/errors.js';

/** A larger file is made by a program, and so many files are no sources. */
const largestFile = 1024 * 1024;
const mostFiles = 20_000;

/** What others have written, or programs have made. */
const otherFolders = new Set(['node_modules', '__pycache__', '.venv', 'venv', '.hg', '.svn']);
/** They say how something is to be done, and do nothing. */
const prose = new Set(['.md', '.markdown', '.rst', '.adoc']);

export interface SourceTree {
  /** How many files were read. */
  readonly files: number;
  /** How many were not, by why: `binary`, `larger than 1 MiB`, `unreadable`. */
  readonly left_out: ReadonlyMap<string, number>;
  /** Whether there were more than are read. */
  readonly is_cut: boolean;
}

/**
 * Reads every source and settings file below a folder, in the order of their names, one at a time. Links are not followed,
 * so nothing outside is read and nothing twice.
 * @param visit gets the path as it was given, with / between its steps
 * @throws VocabError `usage` when there is no such folder
 */
export async function readSources(
  folder: string,
  visit: (path: string, text: string) => void,
): Promise<SourceTree> {
  await requireFolder(folder);
  const left_out = new Map<string, number>();
  let files = 0;
  const leave = (reason: string) => left_out.set(reason, (left_out.get(reason) ?? 0) + 1);

  /** Resolves to false once there are too many. */
  async function walk(path: string): Promise<boolean> {
    const items = await readdir(path === '' ? folder : join(folder, path), { withFileTypes: true }).catch(
      () => null,
    );
    if (items === null) leave('unreadable');
    for (const item of (items ?? []).sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const inner = path === '' ? item.name : `${path}/${item.name}`;
      if (item.isDirectory()) {
        if (!isForTools(item.name) && !otherFolders.has(item.name) && !(await walk(inner))) return false;
      } else if (item.isFile() && !prose.has(extname(item.name).toLowerCase())) {
        if (files === mostFiles) return false;
        const text = await readText(join(folder, inner));
        if (typeof text === 'string') {
          files++;
          visit(inner, text);
        } else leave(text.left_out);
      }
    }
    return true;
  }

  const isWhole = await walk('');
  return { files, left_out, is_cut: !isWhole };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  throw new VocabError(
    'usage',
    `${folder} ${found === null ? 'does not exist' : 'is no folder'}, so there is nothing to scan`,
    {
      hint: 'name the folder that has the source code',
    },
  );
}

async function readText(path: string): Promise<string | { readonly left_out: string }> {
  try {
    const { size } = await stat(path);
    if (size > largestFile) return { left_out: 'larger than 1 MiB' };
    const bytes = await readFile(path);
    return bytes.includes(0) ? { left_out: 'binary' } : bytes.toString('utf8');
  } catch {
    return { left_out: 'unreadable' };
  }
}
