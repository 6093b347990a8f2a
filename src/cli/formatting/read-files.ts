import type { FileKind } from '../../config/format/file-kind.js';
import { type Formatted, formatYaml } from '../../config/format/format-yaml.js';
import { loadConfig } from '../../config/read/load.js';
import { loadText } from '../../config/read/load-text.js';
import { decodeUtf8 } from '../../config/text/decode.js';
import { createSource } from '../../config/text/source.js';
import { wordFormatOf } from '../../config/words/parse-words.js';
import { collectFindings, type Diagnostic } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { blotOut, findKeys } from '../../model/text/secrets.js';

/** A file, and what it should say. */
export interface FormattedFile {
  /** As the user would type it. */
  readonly path: string;
  /** The path with every link followed, and what is there. null: it cannot be read. */
  readonly present: { readonly identity: string; readonly bytes: Uint8Array; readonly text: string } | null;
  /** null: it is left alone, and a diagnostic says why. */
  readonly formatted: Formatted | null;
}

/** What was read, and what is wrong with it. */
export interface FormattedFiles {
  readonly files: readonly FormattedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts by the name that the diagnostics use, keys blotted out. */
  readonly sources: ReadonlyMap<string, string>;
}

interface Named {
  readonly file: string;
  /** What it is when it does not say so itself. */
  readonly otherwise: FileKind | null;
}

interface FormatCall {
  readonly cwd: string;
  readonly sort: boolean;
}

/** The configuration and every YAML file that it names. What is missing there is for `validate` to say. */
export async function namedByConfig(config: string | undefined, cwd: string): Promise<Named[]> {
  const { sources } = await loadConfig({ cwd, ...(config === undefined ? {} : { file: config }) });
  const [own = config ?? 'vocab.config.yaml', ...others] = sources.keys();
  const yaml = others.filter((file) => wordFormatOf(file) === 'yaml');
  return [
    { file: own, otherwise: 'config' },
    ...yaml.map((file) => ({ file, otherwise: 'vocabulary' }) as const),
  ];
}

/** @throws VocabError `usage` for a file that is no YAML by its name */
export function namedByUser(files: readonly string[]): Named[] {
  for (const file of files) {
    if ((wordFormatOf(file) ?? 'yaml') === 'yaml') continue;
    throw new VocabError('usage', `fmt writes YAML, and ${file} is none`, {
      hint: 'name configurations, vocabularies and .yaml files with hotwords',
    });
  }
  return files.map((file) => ({ file, otherwise: null }));
}

/** Reads files and brings each into its canonical form, in memory. */
export async function formatFiles(
  named: readonly Named[],
  { cwd, sort }: FormatCall,
): Promise<FormattedFiles> {
  const { report, all } = collectFindings();
  const sources = new Map<string, string>();
  const files = new Map<string, FormattedFile>();
  for (const { file: path, otherwise } of named) {
    const { source, file, diagnostics } = await loadText({ file: path, cwd });
    for (const found of diagnostics) report(otherwise === 'config' ? found : asNamed(found));
    if (source !== null) sources.set(source.file, withoutKeys(source.text));
    const key = file?.identity ?? path;
    if (files.has(key)) continue;
    const formatted = source === null ? null : formatYaml(source, { sort, otherwise }, report);
    const present = file === null ? null : { ...file, text: decodeWhole(file.bytes) };
    files.set(key, { path: source?.file ?? path, present, formatted });
  }
  return { files: [...files.values()], diagnostics: all(), sources };
}

/** Only of a configuration it may be said how to begin one. */
function asNamed(found: Diagnostic): Diagnostic {
  if (found.rule !== 'config-missing') return found;
  return {
    ...found,
    rule: 'file-missing',
    hint: 'correct the path; it is relative to the working directory',
  };
}

/** Formats what comes from a pipe. */
export function formatInput(bytes: Uint8Array, sort: boolean): FormattedFiles {
  const { report, all } = collectFindings();
  const path = 'stdin';
  const { text, bad } = decodeUtf8(bytes);
  if (bad !== null) throw new VocabError('usage', 'stdin is not UTF-8', { hint: 'convert it before' });
  const source = createSource(path, text);
  const formatted = formatYaml(source, { sort, otherwise: null }, report);
  const present = { identity: path, bytes, text: decodeWhole(bytes) };
  const sources = new Map([[path, withoutKeys(text)]]);
  return { files: [{ path, present, formatted }], diagnostics: all(), sources };
}

/** With its byte-order mark, which no formatted file has. */
function decodeWhole(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function withoutKeys(text: string): string {
  return blotOut(text, findKeys(text));
}
