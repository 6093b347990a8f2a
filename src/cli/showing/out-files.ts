import { join, resolve, sep } from 'node:path';
import { VocabError } from '../../model/errors.js';
import type { Checked } from '../../pipelines/check.js';
import { type Format, fileExtensions, formatOf } from '../../report/forms.js';
import type { Context } from '../context.js';

export interface OutFile {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
}

/** Finds what `--out` names, each in the form that its extension says. @throws VocabError `usage` */
export function outFiles(
  names: readonly string[],
  { config, sources }: Checked,
  { cwd }: Context,
): OutFile[] {
  const read = new Set([...sources.keys()].map((source) => resolve(cwd, source)));
  const directory = config?.directory ?? cwd;
  const outputs = new Set((config?.outputs ?? []).map(({ path }) => resolve(directory, path)));
  return names.map((name) => {
    const path = resolve(cwd, name);
    const refuse = (why: string, stem = 'plan') =>
      new VocabError('usage', `--out ${name} ${why}`, { hint: hint(stem) });
    if (read.has(path)) throw refuse('would overwrite a file of the configuration');
    if (outputs.has(path)) throw refuse('would overwrite a file under `outputs`, which applications read');
    if (path.startsWith(join(directory, '.vocabsync', sep)))
      throw refuse('is in the folder of vocabsync itself');
    const format = formatOf(name);
    if (format === null)
      throw refuse('has an extension that says nothing about the form', name.replace(/\.[^./\\]*$/, ''));
    return { path, format };
  });
}

/** @param stem what a file is called before its extension */
function hint(stem: string): string {
  const examples = fileExtensions().map((extension) => `--out ${stem}${extension}`);
  return `write ${examples.slice(0, -1).join(', ')} or ${examples.at(-1)}; it can be given several times`;
}
