import { resolve, sep } from 'node:path';
import type { Scan } from '../../doctor/facts.js';
import { findMentions, type Known } from '../../doctor/scan/find-mentions.js';
import type { Mention, Reference } from '../../doctor/scan/mention.js';
import type { Checked } from '../../pipelines/check.js';
import { readSources } from '../../workspace/source-tree.js';
import { othersOf } from '../accounts/other-accounts.js';
import type { Context } from '../context.js';

/** More mentions than these say nothing new, and would fill the memory. */
const mostMentions = 10_000;

/** Reads a folder of source code for ids. The configuration's own files, and those that it and others write, are no source code. */
export async function scanSources(
  root: string,
  { checked, known }: { readonly checked: Checked; readonly known: Known },
  context: Context,
): Promise<Scan> {
  const { cwd } = context;
  const own = new Set([...ownFiles(checked, cwd), ...(await othersFiles(checked, context))]);
  const mentions: Mention[] = [];
  const references: Reference[] = [];
  const typed = root.split(sep).join('/').replace(/\/+$/, '');
  const { files, left_out, is_cut } = await readSources(resolve(cwd, root), (path, text) => {
    if (own.has(resolve(cwd, root, path)) || mentions.length >= mostMentions) return;
    const file = typed === '.' || typed === '' ? path : `${typed}/${path}`;
    const found = findMentions({ file, text }, known);
    mentions.push(...found.mentions);
    references.push(...found.references);
  });
  return {
    root: typed === '' ? '/' : typed,
    files,
    left_out: [...left_out].map(([why, amount]) => `${amount} ${amount === 1 ? 'file' : 'files'}, ${why}`),
    is_cut: is_cut || mentions.length >= mostMentions,
    mentions,
    references,
    queried: new Map(),
  };
}

/** What other configurations of the work tree write names lists of their accounts. */
async function othersFiles({ config }: Checked, context: Context): Promise<readonly string[]> {
  return config === null ? [] : (await othersOf(config, context)).flatMap(({ outputs }) => outputs);
}

function ownFiles({ config, sources }: Checked, cwd: string): string[] {
  const outputs = (config?.outputs ?? []).map(({ path }) => resolve(config?.directory ?? cwd, path));
  return [...[...sources.keys()].map((source) => resolve(cwd, source)), ...outputs];
}
