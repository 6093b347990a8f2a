import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { addItems } from '../../../config/edit/add-items.js';
import { replaceItem } from '../../../config/edit/replace-item.js';
import { isPattern } from '../../../config/read/glob.js';
import { directoryOf } from '../../../config/read/paths.js';
import { locatedTexts } from '../../../config/read/vocabulary.js';
import { parseWhole } from '../../../config/text/parse-whole.js';
import { createSource } from '../../../config/text/source.js';
import { child, type Tree } from '../../../config/text/tree.js';
import { freeName, prefixFor } from '../../../import/words/new-names.js';
import { type Config, type deliveries, isList, type Vocabulary } from '../../../model/config.js';
import { renderVocabulary } from '../../../model/yaml/render-vocabulary.js';
import { scalar } from '../../../model/yaml/scalar.js';
import { realOf } from './entries-of.js';

/** A file as it shall be. */
export interface DraftFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** One that people have, with an addition. */
export interface EditedFile extends DraftFile {
  readonly read: Uint8Array;
}

/** Where a vocabulary stands, and what its includes are relative to. */
export interface Home {
  /** Absolute. */
  readonly path: string;
  readonly directory: string;
  /** The keys to it: none in a file of its own. */
  readonly at: readonly (string | number)[];
}

/** Finds the file that says what a vocabulary is. */
export function homeOf({ name, location }: Vocabulary, { file }: Config, cwd: string): Home {
  const path = resolve(cwd, location.file);
  const directory = dirname(path);
  if (location.file !== file) return { path, directory, at: [] };
  const items = child(treeOf(path), 'vocabularies');
  const index =
    items?.kind === 'list'
      ? items.items.findIndex((item) => {
          const named = child(item, 'name');
          return named?.kind === 'scalar' && named.text === name;
        })
      : -1;
  return { path, directory, at: index === -1 ? [] : ['vocabularies', index] };
}

/**
 * Finds the includes that read a file: their places in the list. One that names the columns of a table is none: it says what a
 * person knows of them. @param file absolute
 */
export function includesOf(home: Home, file: string): readonly number[] {
  const real = realOf(file);
  return itemsOf(home).flatMap((item, index) => {
    const named = child(item, 'columns') === null ? (child(item, 'file') ?? item) : null;
    return named?.kind === 'scalar' && realOf(resolve(home.directory, named.text)) === real ? [index] : [];
  });
}

function itemsOf({ path, at }: Home): readonly Tree[] {
  const includes = child(at.reduce(stepInto, treeOf(path)), 'include');
  return includes?.kind === 'list' ? includes.items : [];
}

function stepInto(tree: Tree | null, step: string | number): Tree | null {
  if (typeof step === 'string') return child(tree, step);
  return tree?.kind === 'list' ? (tree.items[step] ?? null) : null;
}

/** A line under `include`. */
export interface IncludeLine {
  readonly include: string;
  /** The places of those that it takes the place of; none: it is a further one. */
  readonly instead: readonly number[];
}

/** The vocabulary's file with other includes. What it names already, as a person may have done by hand, is not added again. */
export function withIncludes(home: Home, lines: readonly IncludeLine[]): EditedFile | Unedited {
  const { path, at } = home;
  const read = readFileSync(path);
  const list = [...at, 'include'];
  let text = read.toString('utf8');
  const named = new Set(itemsOf(home).map((item) => (item.kind === 'scalar' ? item.text : '')));
  for (const { include, instead } of lines) {
    // A person has written it, and the other line is still to be deleted.
    for (const index of named.has(include) ? [] : instead) {
      const done = replaceItem(text, [...list, index], scalar(include));
      if (!('text' in done)) return { path, ...done };
      text = done.text;
    }
  }
  const further = lines.filter(({ include, instead }) => instead.length === 0 && !named.has(include));
  return {
    path,
    read,
    ...addItems(
      text,
      list,
      further.map(({ include }) => scalar(include)),
    ),
  };
}

/** The configuration with a further vocabulary. */
export function withVocabulary(config: Config, file: string, cwd: string): EditedFile | Unedited {
  const path = resolve(cwd, config.file);
  const read = readFileSync(path);
  return { path, read, ...addItems(read.toString('utf8'), ['vocabularies'], [scalar(file)]) };
}

/** A file that nobody can edit without losing something. */
export interface Unedited {
  readonly path: string;
  readonly refused: string;
  readonly by_hand: string;
}

/** A vocabulary that is not there yet. */
export interface NewVocabulary {
  readonly vocabulary: Vocabulary;
  readonly home: Home;
  /** Its file, before it includes anything. */
  readonly render: (includes: readonly string[]) => string;
}

/** What a new vocabulary is for. */
export interface NewModels {
  readonly models: readonly string[];
  /** Whether the configuration says it for all, so that it needs no second place. */
  readonly isDefault: boolean;
}

/** Finds the models of a new vocabulary where nobody names one: the default, or else those of the first vocabulary. */
export function usualModels({ file, vocabularies }: Config, cwd: string): NewModels {
  const target = defaultModel(resolve(cwd, file));
  return target === null
    ? { models: modelsOf(vocabularies), isDefault: false }
    : { models: [target], isDefault: true };
}

/** What is known of a vocabulary before it is made. */
export interface Wanted {
  readonly name: string;
  readonly delivery: (typeof deliveries)[number];
  readonly target: NewModels;
}

/** Makes a vocabulary, beside the others. One whose words go with requests has no prefix. */
export function newVocabulary(
  { name, delivery, target }: Wanted,
  config: Config,
  cwd: string,
): NewVocabulary {
  const { vocabularies, policy } = config;
  const directory = folderOfVocabularies(config, cwd);
  const stem = freeName(name, (candidate) => existsSync(join(directory, `${candidate}.yaml`)));
  const path = join(directory, `${stem}.yaml`);
  const taken = new Set([
    ...vocabularies.filter(isList).map(({ prefix }) => prefix.value),
    ...vocabularies.flatMap(({ previous_prefixes }) => previous_prefixes.map(({ value }) => value)),
    ...policy.removed.map(({ value }) => value),
  ]);
  const prefix = prefixFor(name, policy.namespace?.value ?? '', taken);
  const location = { file: path, line: 1, column: 1 };
  const home = { path, directory, at: [] };
  const target_models = target.models.map((value) => ({ value, location }));
  const common = { name, target_models, previous_prefixes: [], owner: null, entries: [], location };
  const written = { name, target_models: target.isDefault ? [] : target.models, hotwords: [] };
  if (delivery === 'instant')
    return {
      vocabulary: { ...common, delivery },
      home,
      render: (include) => renderVocabulary({ ...written, delivery, include }),
    };
  return {
    vocabulary: { ...common, delivery, prefix: { value: prefix, location }, vocabulary_ids: [] },
    home,
    render: (include) => renderVocabulary({ ...written, prefix, include }),
  };
}

/** Where the others are, or a pattern of the configuration looks for them. */
function folderOfVocabularies({ vocabularies, file, directory }: Config, cwd: string): string {
  const other = vocabularies.find(({ location }) => location.file !== file);
  if (other !== undefined) return dirname(resolve(cwd, other.location.file));
  const path = resolve(cwd, file);
  const patterns = locatedTexts(child(treeOf(path), 'vocabularies'), createSource(path, ''));
  const folder = patterns.map(({ value }) => directoryOf(value)).find((value) => !isPattern(value));
  return resolve(directory, folder ?? 'vocabularies');
}

/** Where neither the configuration nor a vocabulary names one: the model that most programs begin with. */
const fallbackModel = 'fun-asr-realtime';

function modelsOf([first]: readonly Vocabulary[]): readonly string[] {
  return first === undefined ? [fallbackModel] : first.target_models.map(({ value }) => value);
}

function defaultModel(path: string): string | null {
  const defaults = child(treeOf(path), 'defaults');
  const [model] = locatedTexts(child(defaults, 'target_model'), createSource(path, ''));
  return model?.value ?? null;
}

function treeOf(path: string): Tree | null {
  return parseWhole(createSource(path, readFileSync(path, 'utf8').replace(/^\ufeff/, '')), () => {});
}
