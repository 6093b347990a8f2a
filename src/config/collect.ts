import type { Entry, Vocabulary } from '../model/config.js';
import type { Diagnostic, Placed } from '../model/diagnostic.js';
import { type Complaint, error, type Report } from './finding.js';
import { expandBraces, findMatches, isPattern } from './glob.js';
import { parseYaml } from './parse.js';
import { directoryOf, resolveInside } from './paths.js';
import type { Reader } from './reader.js';
import { placeAt, type Source } from './source.js';
import { type MappingTree, show, type Tree } from './tree.js';
import { placeOfVocabulary, readVocabulary } from './vocabulary.js';
import { parseWords, wordFormatOf } from './words.js';

export interface CollectContext {
  readonly reader: Reader;
  readonly report: Report;
  /** The config itself, which no pattern finds. */
  readonly source: Source;
  /** Inside its folder. */
  readonly path: string;
  readonly defaultWeight: number;
  readonly defaultModel: Placed<string> | null;
}

/** A vocabulary's mapping, and where it was found. */
interface Found {
  readonly root: MappingTree;
  readonly source: Source;
  /** Its includes are relative to this. */
  readonly directory: string;
}

/** Reads every vocabulary the list under `vocabularies` names. null: one that nothing can be said of. */
export async function collectVocabularies(
  items: readonly Tree[],
  context: CollectContext,
): Promise<(Vocabulary | null)[]> {
  const seen = new Set<string>();
  const vocabularies: (Vocabulary | null)[] = [];
  for (const item of items) {
    for (const found of await findVocabularies(item, seen, context)) {
      vocabularies.push(found === null ? null : await completeVocabulary(found, context));
    }
  }
  return vocabularies;
}

async function findVocabularies(
  item: Tree,
  seen: Set<string>,
  context: CollectContext,
): Promise<(Found | null)[]> {
  if (item.kind === 'mapping') return [{ root: item, source: context.source, directory: '' }];
  const place = placeAt(context.source, item.start);
  if (item.kind === 'list' || item.text === '') {
    context.report(error(noVocabulary(show(item)), place));
    return [null];
  }
  const paths = await resolvePaths({ value: item.text, place }, context);
  if (paths === null) return [null];
  const found: (Found | null)[] = [];
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    found.push(...(await openVocabulary({ value: path, place }, seen, context)));
  }
  return found;
}

/** Nothing for a file that was already read under another name. */
async function openVocabulary(
  path: Placed<string>,
  seen: Set<string>,
  { reader, report }: CollectContext,
): Promise<(Found | null)[]> {
  const file = await reader.read(path.value, path.place);
  if (file === null) return [null];
  if (seen.has(file.identity)) return [];
  seen.add(file.identity);
  const root = parseMapping(file.source, report);
  return [root === null ? null : { root, source: file.source, directory: directoryOf(path.value) }];
}

/** A YAML file whose outermost value must be a mapping. */
export function parseMapping(source: Source, report: Report): MappingTree | null {
  const tree = parseYaml(source, report);
  if (tree === null || tree.kind === 'mapping') return tree;
  report(error(noMapping(show(tree)), placeAt(source, tree.start)));
  return null;
}

async function resolvePaths(
  { value, place }: Placed<string>,
  { reader, report, path: config }: CollectContext,
): Promise<string[] | null> {
  const say = (complaint: Complaint): null => {
    report(error(complaint, place));
    return null;
  };
  const alternatives = isPattern(value) ? expandBraces(value) : [value];
  if (alternatives === null) return say(hugePattern);
  const paths = alternatives.map((alternative) => resolveInside('', alternative));
  if (paths.includes(null)) return say(outside(value));
  if (!isPattern(value)) return paths.filter((path) => path !== null);
  const matches = new Set<string>();
  for (const path of paths) {
    const files = await findMatches(path ?? '', reader.list);
    if (files === null) return say(hugePattern);
    for (const file of files) matches.add(file);
  }
  matches.delete(config);
  return matches.size === 0 ? say(noMatch(value)) : [...matches].sort();
}

async function completeVocabulary(found: Found, context: CollectContext): Promise<Vocabulary | null> {
  const { source, root } = found;
  let broken = false;
  const report = (finding: Diagnostic): void => {
    broken = true;
    context.report(finding);
  };
  const { identity, entries: own, includes } = readVocabulary(root, { ...context, source, report });
  const entries = [...own];
  const seen = new Set<string>();
  for (const include of includes) {
    const words = await readInclude(include, { found, seen, context: { ...context, report } });
    for (const word of words) entries.push(word);
  }
  if (entries.length === 0 && !broken) report(error(emptyVocabulary, placeOfVocabulary(root, source)));
  return identity === null ? null : { ...identity, entries };
}

interface IncludeContext {
  readonly found: Found;
  readonly seen: Set<string>;
  readonly context: CollectContext;
}

async function readInclude(
  { value, place }: Placed<string>,
  { found, seen, context }: IncludeContext,
): Promise<readonly Entry[]> {
  const { reader, report, defaultWeight } = context;
  const say = (complaint: Complaint): readonly Entry[] => {
    report(error(complaint, place));
    return [];
  };
  if (value === '') return [];
  const path = resolveInside(found.directory, value);
  if (path === null) return say(outside(value));
  const format = wordFormatOf(path);
  if (format === null) return say(unknownFormat(value));
  if (seen.has(path)) return say(includedTwice(value));
  seen.add(path);
  const file = await reader.read(path, place);
  return file === null ? [] : parseWords(format, { source: file.source, defaultWeight, report });
}

function noVocabulary(found: string): Complaint {
  return {
    rule: 'invalid-value',
    message: `a vocabulary must be a path, a pattern or a mapping; it is ${found}`,
    hint: 'write a path such as vocabularies/medical.yaml, or the vocabulary itself',
  };
}

function noMapping(found: string): Complaint {
  return {
    rule: 'invalid-value',
    message: `the file must hold a mapping; it holds ${found}`,
    hint: 'begin it with a key such as version: (a configuration) or name: (a vocabulary)',
  };
}

const hugePattern: Complaint = {
  rule: 'pattern-too-broad',
  message: 'the pattern is too long, or stands for too many alternatives or directories',
  hint: 'name the folder the files are in',
};

function noMatch(pattern: string): Complaint {
  return {
    rule: 'pattern-without-match',
    message: `no file matches ${pattern}`,
    hint: 'correct the pattern, create a file, or write vocabularies: [] for none at all',
  };
}

function outside(path: string): Complaint {
  return {
    rule: 'path-outside',
    message: `${path} leads out of the folder of the configuration`,
    hint: 'write a relative path to a file inside the folder, with / between the names',
  };
}

function unknownFormat(path: string): Complaint {
  return {
    rule: 'include-format',
    message: `${path} has no extension that says what it holds`,
    hint: 'name a file that ends in .yaml, .yml, .csv, .txt or .json',
  };
}

function includedTwice(path: string): Complaint {
  return {
    rule: 'include-twice',
    message: `${path} is included twice`,
    hint: 'delete one of the two lines',
  };
}

const emptyVocabulary: Complaint = {
  rule: 'vocabulary-empty',
  message: 'the vocabulary has no hotwords',
  hint: 'add at least one; to delete its list, delete the vocabulary instead',
};
