import { asError, type DiagnosticDraft, type Location, type Report } from '../../model/diagnostic.js';
import { type Disk, type ListDirectory, maxFileSize, type Unreadable } from '../../model/disk.js';
import { closest } from '../../model/text/closest.js';
import { decodeUtf8 } from '../text/decode.js';
import { forShell } from '../text/for-shell.js';
import { createSource, locationAt, type Source } from '../text/source.js';
import { type Encoding, guessEncoding, isWorkbook } from './encoding.js';
import { isPattern } from './glob.js';
import { baseNameOf, directoryOf, joined, relativeTo } from './paths.js';

/** All files together, each as often as it is included. */
const maxTotalSize = 32 * 1024 * 1024;

export interface ReadFile {
  readonly source: Source;
  readonly identity: string;
}

/** Reads files as UTF-8 text. What cannot be read is reported, at the place that names the file, and is null. */
export interface Reader {
  /** `place`: where the path is written; null for the configuration itself. */
  read(path: string, location: Location | null, report: Report): Promise<ReadFile | null>;
  readonly list: ListDirectory;
}

export interface ReaderOptions {
  readonly disk: Disk;
  /** Says how the user would type a path from the root. */
  readonly named: (path: string) => string;
  readonly onRead: (source: Source) => void;
}

export function createReader({ disk, named, onRead }: ReaderOptions): Reader {
  let total = 0;
  return { read, list: disk.list };

  async function read(path: string, location: Location | null, report: Report): Promise<ReadFile | null> {
    const file = named(path);
    const content = await disk.read(path);
    if (typeof content === 'string' || 'code' in content) {
      const told = { file, location, named, list: disk.list };
      report(asError(await explainUnreadable(path, content, told), location));
      return null;
    }
    total += content.bytes.length;
    if (total > maxTotalSize) {
      report(asError(tooMuch(file), location));
      return null;
    }
    const source = textSource(file, content.bytes, { report, onRead });
    return source === null ? null : { source, identity: content.identity };
  }
}

/** The text of a file, where it is one: what is no UTF-8 or no text is reported. */
export function textSource(
  file: string,
  bytes: Uint8Array,
  { report, onRead }: Pick<ReaderOptions, 'onRead'> & { readonly report: Report },
): Source | null {
  const { text, bad } = decodeUtf8(bytes);
  const source = createSource(file, text);
  onRead(source);
  const zero = text.indexOf('\0');
  if (bad === null && zero === -1) return source;
  report(asError(explainBytes(file, bytes, bad === null), locationAt(source, bad ?? zero)));
  return null;
}

interface Told extends Pick<ReaderOptions, 'named'> {
  readonly file: string;
  /** Where the path is written. */
  readonly location: Location | null;
  readonly list: ListDirectory;
}

async function explainUnreadable(path: string, why: Unreadable, told: Told): Promise<DiagnosticDraft> {
  const { file, location } = told;
  switch (why) {
    case 'missing': {
      const near = await nearTo(path, told);
      const advice = location === null ? howToBegin : howToName(path);
      return {
        rule: location === null ? 'config-missing' : 'file-missing',
        message: `there is no file ${file}`,
        hint: near === null ? advice : `did you mean "${near}"? Otherwise ${advice}`,
      };
    }
    case 'outside':
      return {
        rule: 'path-outside',
        message: `${file} is, or lies behind, a link that leads out of the git work tree, or without git out of the folder of the configuration, or into a folder that belongs to git or to vocabsync`,
        hint: 'copy the file to where the words are, and name it there',
      };
    case 'a-folder':
      return {
        rule: 'file-unreadable',
        message: `${file} is a folder`,
        hint:
          location === null
            ? `name the file in it, such as -c ${joined(file, 'vocab.config.yaml')}`
            : `name a file in it; under \`vocabularies\`, ${joined(path, '*.yaml')} names all that end so`,
      };
    case 'no-file':
      return {
        rule: 'file-unreadable',
        message: `${file} is not a regular file`,
        hint: 'save what it holds in a file, and name that: pipes and devices are not read',
      };
    case 'too-large':
      return {
        rule: 'file-too-large',
        message: `${file} is larger than ${maxFileSize / 1024 / 1024} MiB`,
        hint: 'split it; a list holds 2,000 hotwords at most',
      };
    default:
      return {
        rule: 'file-unreadable',
        message: `${file} cannot be read (${why.code})`,
        hint: 'check the path and the permissions of the file',
      };
  }
}

/** A file beside the one that is missing, as it would be written in the same place. */
async function nearTo(path: string, { location, named, list }: Told): Promise<string | null> {
  const folder = directoryOf(path);
  const names = (await list(folder)).map(({ name }) => name);
  const near = closest(baseNameOf(path), names);
  if (near === null) return null;
  const file = named(joined(folder, near));
  return location === null ? file : relativeTo(directoryOf(location.file), file);
}

/** What `vocabularies` takes has been told from files before. */
function howToName(path: string): string {
  return isPattern(path)
    ? 'name each file: patterns are for `vocabularies`'
    : 'correct the path, or create the file';
}

const howToBegin =
  'begin with `vocabsync init`, or with `vocabsync import` where the account holds lists; or name another file with -c FILE';

function tooMuch(file: string): DiagnosticDraft {
  return {
    rule: 'file-too-large',
    message: `with ${file}, the files together are larger than ${maxTotalSize / 1024 / 1024} MiB`,
    hint: 'include fewer files; an account holds some ten lists of 2,000 hotwords at most',
  };
}

function explainBytes(file: string, bytes: Uint8Array, isUtf8: boolean): DiagnosticDraft {
  if (isWorkbook(bytes)) return workbook(file);
  const encoding = guessEncoding(bytes, isUtf8);
  return encoding === null ? notText : notUtf8(file, encoding);
}

function workbook(file: string): DiagnosticDraft {
  return {
    rule: 'not-text',
    message: `${file} is a workbook, or another archive, and no text`,
    hint: 'open it, save it as "CSV UTF-8 (comma delimited)", and name that file',
  };
}

const notText: DiagnosticDraft = {
  rule: 'not-text',
  message: 'the file contains a NUL character',
  hint: 'save it as plain text in UTF-8',
};

function notUtf8(file: string, encoding: Encoding): DiagnosticDraft {
  const name = forShell(file);
  const converted = `iconv -f ${encoding} -t UTF-8 ${name}`;
  // Any bytes are some text in it.
  const when =
    encoding === 'GB18030' ? `, if it is in GBK and looks right in: ${converted} | head; then` : ':';
  return {
    rule: 'not-utf8',
    message: `${file} is not UTF-8`,
    hint: `save it as UTF-8 where it was made (Excel: "CSV UTF-8"), or convert it${when} ${converted} > utf8.tmp && mv utf8.tmp ${name}`,
  };
}
