import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { listFolder } from '../../../config/read/list-folder.js';
import { textSource } from '../../../config/read/reader.js';
import type { Source } from '../../../config/text/source.js';
import type { ForeignForm } from '../../../config/words/foreign/foreign-forms.js';
import { type ForeignWords, parseForeignWords } from '../../../config/words/foreign/foreign-words.js';
import { asError, collectFindings, type Diagnostic, hasErrors } from '../../../model/diagnostic.js';
import { maxFileSize } from '../../../model/disk.js';
import { closest } from '../../../model/text/closest.js';
import { blotOut, findKeys } from '../../../model/text/secrets.js';

/** A file of words as it was read. */
export interface ReadFile extends ForeignWords {
  /** As the user typed it. */
  readonly file: string;
  /** How many entries could not be read, and are left out. A warning names each. */
  readonly unread: number;
}

export interface ReadFiles {
  readonly files: readonly ReadFile[];
  /** Errors where a file gave nothing; what is wrong with single entries of one that gave words is a warning. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts for quotations, keys blotted out, by file. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads files of words from anywhere on the disk. One that is named twice is read once. */
export async function readFiles(
  names: readonly string[],
  form: ForeignForm | null,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: Uint8Array | null },
): Promise<ReadFiles> {
  const { report, all } = collectFindings();
  const sources = new Map<string, string>();
  const files: ReadFile[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const content = name === '-' && stdin !== null ? { bytes: stdin, identity: '-' } : open(name, cwd);
    if ('rule' in content) report(content);
    else if (!seen.has(content.identity)) {
      seen.add(content.identity);
      const onRead = (source: Source) =>
        void sources.set(source.file, blotOut(source.text, findKeys(source.text)));
      const file = name === '-' ? '<stdin>' : name;
      const source = textSource(file, content.bytes, { report, onRead });
      if (source !== null) files.push(...(await readWords(source, form, report)));
    }
  }
  return { files, diagnostics: all(), sources };
}

/** Nothing, and an error, where there is no word in it. */
async function readWords(
  source: Source,
  form: ForeignForm | null,
  report: (found: Diagnostic) => void,
): Promise<ReadFile[]> {
  const found: Diagnostic[] = [];
  const read = await parseForeignWords(form, { source, report: (one) => void found.push(one) });
  if (read.words.length > 0) {
    const unread = found.filter((one) => isError(one) && !isOfAField(one));
    for (const one of found) report(isError(one) ? leftOut(one) : one);
    return [{ ...read, file: source.file, unread: unread.length }];
  }
  for (const one of found) report(one);
  if (!hasErrors(found)) report(asError(empty, { file: source.file, line: 1, column: 1 }));
  return [];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** What is an error of a configuration is a remark on a file that goes on being what it is. */
function leftOut(found: Diagnostic): Diagnostic {
  const what = isOfAField(found) ? 'the word comes without it' : 'this is left out';
  return { ...found, severity: 'warning', message: `${found.message}; ${what}` };
}

/** What a word can do without. */
const fieldRules: readonly string[] = ['note-invalid', 'expires-invalid', 'lang-invalid', 'extra-invalid'];

function isOfAField({ rule }: Diagnostic): boolean {
  return fieldRules.includes(rule);
}

const empty = {
  rule: 'file-empty',
  message: 'there are no words in the file',
  hint: 'name a file with words, or say what it is with --from',
};

interface Content {
  readonly bytes: Uint8Array;
  /** The same for two names of one file. */
  readonly identity: string;
}

function open(name: string, cwd: string): Content | Diagnostic {
  const path = resolve(cwd, name);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return refuse('file-unreadable', `${name} is a folder`, 'name the files in it');
    if (!stats.isFile())
      return refuse(
        'file-unreadable',
        `${name} is not a regular file`,
        'save what it holds in a file, or pass it on stdin with - and --from',
      );
    if (stats.size > maxFileSize)
      return refuse(
        'file-too-large',
        `${name} is larger than ${maxFileSize / 1024 / 1024} MiB`,
        'take the words out of it that are misheard: a list holds 2,000 hotwords at most',
      );
    return { bytes: readFileSync(path), identity: realpathSync.native(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== 'ENOENT')
      return refuse(
        'file-unreadable',
        `${name} cannot be read (${code})`,
        'check the path and the permissions',
      );
    const names = listFolder(dirname(path)).map((item) => item.name);
    const near = closest(basename(path), names);
    return refuse(
      'file-missing',
      `there is no file ${name}`,
      near === null ? 'correct the path' : `did you mean "${near}"?`,
    );
  }
}

function refuse(rule: string, message: string, hint: string): Diagnostic {
  return asError({ rule, message, hint });
}
