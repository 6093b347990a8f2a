import { resolve } from 'node:path';
import { VocabError } from '../../model/errors.js';
import type { Checked } from '../../pipelines/check.js';
import { type Format, fileExtensions, formatOf } from '../../report/forms.js';
import {
  type NamedFile,
  requireNoState,
  requireOther,
  requireWritable,
} from '../../workspace/target-file.js';
import type { Context } from '../context.js';

export interface OutFile {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
}

/** What a command reads beside its configuration. */
export interface Reading {
  readonly checked: Checked;
  /** Files, as they were typed. */
  readonly reads: readonly string[];
}

/**
 * Finds what `--out` names, each in the form that its extension says.
 * @throws VocabError `usage` for a form that nobody knows, or a file that is read, that applications read, that is written
 *   twice, or vocabsync's own; `file-unwritable` where it could not be written
 */
export async function outFiles(
  names: readonly string[],
  { checked, reads }: Reading,
  { cwd }: Pick<Context, 'cwd'>,
): Promise<OutFile[]> {
  const { config, sources } = checked;
  const directory = config?.directory ?? cwd;
  const others: NamedFile[] = [
    ...[...sources.keys(), ...reads].map((name) => ({
      path: resolve(cwd, name),
      name: `${name}, a file that is read`,
    })),
    ...(config?.outputs ?? []).map(({ path }) => ({
      path: resolve(directory, path),
      name: `${path} under \`outputs\`, which applications read`,
    })),
  ];
  const files: OutFile[] = [];
  for (const name of names) {
    const format = formatOf(name);
    if (format === null) throw formless(name);
    const target = { path: resolve(cwd, name), name: `--out ${name}` };
    await requireNoState(target, directory);
    await requireOther(target, others, 'it a file of its own');
    await requireWritable(target.path, target.name);
    others.push(target);
    files.push({ path: target.path, format });
  }
  return files;
}

function formless(name: string): VocabError {
  const stem = name.replace(/\.[^./\\]*$/, '');
  const examples = fileExtensions().map((extension) => `--out ${stem}${extension}`);
  return new VocabError('usage', `--out ${name} has an extension that says nothing about the form`, {
    hint: `write ${examples.slice(0, -1).join(', ')} or ${examples.at(-1)}; it can be given several times`,
  });
}
