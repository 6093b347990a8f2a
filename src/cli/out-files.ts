import { extname, join, resolve, sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Checked } from '../reconcile.js';
import type { Context } from './context.js';

/** The forms a report can take in a file. */
export type Form = 'json' | 'markdown' | 'html';

export interface OutFile {
  /** Absolute. */
  readonly path: string;
  readonly form: Form;
}

const forms: Readonly<Record<string, Form>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
};

const hint = 'write --out plan.json, --out plan.md or --out plan.html; it can be given several times';

/** What `--out` names, each in the form its extension says. @throws VocabError `usage` */
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
    const refuse = (why: string) => new VocabError('usage', `--out ${name} ${why}`, { hint });
    if (read.has(path)) throw refuse('would overwrite a file of the configuration');
    if (outputs.has(path)) throw refuse('would overwrite a file under `outputs`, which applications read');
    if (path.startsWith(join(directory, '.vocabsync', sep)))
      throw refuse('is in the folder of vocabsync itself');
    const form = forms[extname(name).toLowerCase()];
    if (form === undefined) throw refuse('has an extension that says nothing about the form');
    return { path, form };
  });
}
