import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, posix, resolve, sep } from 'node:path';
import { addItems } from '../../../config/edit/add-items.js';
import type { ConfigSource } from '../../../config/read/load.js';
import { joined } from '../../../config/read/paths.js';
import { startConfig } from '../../../import/account/start-config.js';
import type { Region } from '../../../model/catalogue/target-models.js';
import { VocabError } from '../../../model/errors.js';
import { scalar } from '../../../model/yaml/scalar.js';
import { type Checked, check } from '../../../pipelines/check.js';
import type { Invocation } from '../../invocation.js';
import type { ImportListsOptions } from './list-options.js';

/** The configuration that an import adds to. */
export interface Start {
  /** The folder of the configuration, absolute. */
  readonly directory: string;
  /** The configuration's file, as the user would type it. */
  readonly file: string;
  /** The same, absolute, links followed. */
  readonly path: string;
  /** What it says; null: it is not there yet. */
  readonly before: string | null;
  /** What the import adds to. */
  readonly text: string;
  /** Says how the user would type a path from the folder of the configuration. */
  readonly named: (path: string) => string;
  /** Checks the configuration as it would be with these files, by path from its folder, and this text of its own. */
  readonly checkWith: (files: ReadonlyMap<string, string>, text: string) => Promise<Checked>;
}

/** A pattern finds nothing yet, which is what an import is for. */
const toleratedRule = 'pattern-without-match';

/** Whether a configuration says enough to import into it, though it may have no vocabularies yet. */
export function isEnough({ config, diagnostics }: Checked): boolean {
  return (
    config !== null &&
    diagnostics.every(({ severity, rule }) => severity !== 'error' || rule === toleratedRule)
  );
}

/** What an import begins with: a configuration, or null where there is none. */
export interface Begun {
  readonly start: Start | null;
  /** Without what is an error anywhere else, and here only the beginning: it is not shown when something else fails. */
  readonly checked: Checked;
}

/**
 * Opens the configuration; one that names no vocabularies at all as if it named the folder.
 * @throws VocabError `config-invalid` for one with other problems
 */
export async function begin(invocation: Invocation<ImportListsOptions>, folder: string): Promise<Begun> {
  if (isMissing(invocation.checked)) return { start: null, checked: withoutBeginnings(invocation.checked) };
  const start = await readPresent(invocation);
  const begun = await start.checkWith(new Map(), start.text);
  if (isEnough(begun)) return { start, checked: withoutBeginnings(begun) };
  const named = addItems(start.text, ['vocabularies'], [scalar(joined(folder, '*.yaml'))]);
  const text = begun.config === null && 'text' in named ? named.text : start.text;
  const checked = await start.checkWith(new Map(), text);
  if (isEnough(checked)) return { start: { ...start, text }, checked: withoutBeginnings(checked) };
  const { vocabularies = [], unread_vocabularies = 0 } = checked.config ?? {};
  const isBeginning = vocabularies.length + unread_vocabularies === 0;
  const problems = `the configuration has problems${isBeginning ? ' beside having no vocabularies yet' : ''}`;
  throw new VocabError('config-invalid', problems, {
    hint: 'nothing was sent; correct what is named above and run it again',
  });
}

/** Says whether there is no configuration at all. */
function isMissing({ diagnostics }: Checked): boolean {
  return diagnostics.some(({ rule }) => rule === 'config-missing');
}

function withoutBeginnings(checked: Checked): Checked {
  return { ...checked, diagnostics: checked.diagnostics.filter(({ severity }) => severity !== 'error') };
}

async function readPresent(invocation: Invocation<ImportListsOptions>): Promise<Start> {
  const place = placeOf(invocation);
  try {
    const path = await realpath(place.path);
    const before = await readFile(path, 'utf8');
    return { ...place, path, before, text: before };
  } catch (cause) {
    throw new VocabError('config-invalid', `${place.file} cannot be read any more`, {
      cause,
    });
  }
}

/** Begins a configuration where there is none. */
export function openNew(invocation: Invocation<ImportListsOptions>, region: Region, folder: string): Start {
  return { ...placeOf(invocation), before: null, text: startConfig(region, folder) };
}

function placeOf({ options, context }: Invocation<ImportListsOptions>): Omit<Start, 'before' | 'text'> {
  const { config: file = 'vocab.config.yaml' } = options;
  const { cwd, clock } = context;
  const path = resolve(cwd, file);
  const typed = posix.dirname(posix.normalize(file.split(sep).join('/')));
  const source: ConfigSource = { file, cwd };
  return {
    directory: dirname(path),
    file: posix.join(typed, basename(path)),
    path,
    named: (inside) => posix.join(typed, inside),
    checkWith: (files, text) =>
      check({ ...source, drafts: new Map([...files, [basename(path), text]]) }, clock),
  };
}

/** The absolute path of one from the folder of the configuration. */
export function pathIn({ directory }: Pick<Start, 'directory'>, path: string): string {
  return join(directory, ...path.split('/'));
}
