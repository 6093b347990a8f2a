import { extname, resolve } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Sources } from '../report/diagnostics.js';
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
export function outFiles(names: readonly string[], sources: Sources, { cwd }: Context): OutFile[] {
  const read = new Set([...sources.keys()].map((source) => resolve(cwd, source)));
  return names.map((name) => {
    const path = resolve(cwd, name);
    if (read.has(path)) {
      throw new VocabError('usage', `--out ${name} would overwrite a file of the configuration`, { hint });
    }
    const form = forms[extname(name).toLowerCase()];
    if (form !== undefined) return { path, form };
    throw new VocabError('usage', `--out ${name}: the extension says nothing about the form`, { hint });
  });
}
