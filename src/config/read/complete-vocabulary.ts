import type { Vocabulary } from '../../model/config.js';
import {
  asError,
  asWarning,
  type Diagnostic,
  type DiagnosticDraft,
  type Located,
  type Location,
} from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import type { Source } from '../text/source.js';
import type { MappingTree } from '../text/tree.js';
import { foldName } from '../words/header-names.js';
import type { Columns, Include, IncludedWords } from '../words/include.js';
import { parseWords, wordFormatOf } from '../words/parse-words.js';
import { refusedPath, resolveInside } from './paths.js';
import { locationOfVocabulary, readVocabulary, type VocabularyDraft } from './vocabulary.js';

/** A vocabulary's mapping, and where it was found. */
export interface FoundVocabulary {
  readonly root: MappingTree;
  readonly source: Source;
  /** Its includes are relative to this. */
  readonly directory: string;
}

/** A vocabulary of which nothing but its includes is still to be read. */
interface BegunVocabulary extends Pick<FoundVocabulary, 'directory'> {
  readonly draft: VocabularyDraft;
  /** Where its name stands. */
  readonly location: Location;
}

/**
 * Reads a vocabulary at once, so that its tree, which takes several times the room of its words, need not wait for others.
 * Where there is anything to say it does wait, because that is said in its turn.
 */
export function beginVocabulary(found: FoundVocabulary, reading: Reading): BegunVocabulary | FoundVocabulary {
  let isSilent = true;
  const report = (): void => {
    isSilent = false;
  };
  const begun = begin(found, { ...reading, report });
  return isSilent ? begun : found;
}

function begin({ root, source, directory }: FoundVocabulary, reading: Reading): BegunVocabulary {
  const draft = readVocabulary(root, { ...reading, source });
  return { draft, directory, location: locationOfVocabulary(root, source) };
}

/** A vocabulary with its includes; null when so much is wrong that nothing can be said of it. */
export async function completeVocabulary(
  found: BegunVocabulary | FoundVocabulary,
  reading: Reading,
): Promise<Vocabulary | null> {
  let broken = false;
  const report = (diagnostic: Diagnostic): void => {
    broken = true;
    reading.report(diagnostic);
  };
  const { draft, directory, location } = 'draft' in found ? found : begin(found, { ...reading, report });
  const { identity, entries: own, includes } = draft;
  if (includes.length === 0 && own.length > 0)
    return identity === null ? null : { ...identity, entries: own };
  const entries = [...own];
  const empty: Located<string>[] = [];
  const included = { directory, seen: new Set<string>() };
  for (const include of includes) {
    let isSilent = true;
    const said = (diagnostic: Diagnostic): void => {
      isSilent = false;
      report(diagnostic);
    };
    const words = await readInclude(include, included, { ...reading, report: said });
    for (const word of words.entries) entries.push(word);
    if (words !== noWords && words.entries.length === 0 && isSilent) empty.push(include.file);
    const other = identity === null ? null : madeForAnother(words.target_model, identity);
    if (other !== null) reading.report(other);
  }
  if (entries.length === 0 && !broken) report(asError(emptyVocabulary, location));
  // An export that went wrong, perhaps: with it, the words it had would go.
  else for (const file of empty) reading.report(asWarning(emptyInclude(file.value), file.location));
  return identity === null ? null : { ...identity, entries };
}

function emptyInclude(name: string): DiagnosticDraft {
  return {
    rule: 'include-empty',
    message: `there is no hotword in ${name}`,
    hint: 'write some, or take it out of the include',
  };
}

interface Included {
  /** What the paths are relative to. */
  readonly directory: string;
  readonly seen: Set<string>;
}

async function readInclude(
  include: Include,
  { directory, seen }: Included,
  reading: Reading,
): Promise<IncludedWords> {
  const { reader, report } = reading;
  const { file, columns } = include;
  const say = (draft: DiagnosticDraft, location = file.location): IncludedWords => {
    report(asError(draft, location));
    return noWords;
  };
  if (file.value === '') return noWords;
  const path = resolveInside(directory, file.value);
  const refused = refusedPath(path, file.value);
  if (path === null || refused !== null) return refused === null ? noWords : say(refused);
  const format = wordFormatOf(path);
  if (format === null) return say(unknownFormat(file.value));
  if (columns !== null && format !== 'table') return say(columnsOfNoTable(file.value));
  const twice = columns === null ? null : namedTwice(columns);
  if (twice !== null) return say(oneForTwo(twice.value), twice.location);
  // That no text is among them was said by the schema; every row would say it again.
  if (columns !== null && !columns.has('text')) return noWords;
  if (seen.has(path)) return say(includedTwice(file.value));
  seen.add(path);
  const found = await reader.read(path, file.location, report);
  return found === null ? noWords : parseWords(format, include, { ...reading, source: found.source });
}

/** The first header that was given for a second field. */
function namedTwice(columns: Columns): Located<string> | null {
  const seen = new Set<string>();
  for (const column of columns.values()) {
    const name = foldName(column.value);
    if (seen.has(name)) return column;
    seen.add(name);
  }
  return null;
}

/** Nothing, where why was said already. */
const noWords: IncludedWords = { entries: [], target_model: null };

/** Words that were saved for another model may well be meant for this one too, but somebody should know. */
function madeForAnother(
  made: Located<string> | null,
  { name, target_models }: Pick<Vocabulary, 'name' | 'target_models'>,
): Diagnostic | null {
  if (made === null || target_models.some(({ value }) => value === made.value)) return null;
  const draft = {
    rule: 'include-other-model',
    message: `the file was saved from a list for ${made.value}; "${name}" is for ${target_models.map(({ value }) => value).join(', ')}`,
    hint: 'make sure that the words are meant for this model too; then delete the target_model from the file',
  };
  return asWarning(draft, made.location);
}

function unknownFormat(path: string): DiagnosticDraft {
  return {
    rule: 'include-format',
    message: `${path} has no extension that says what it holds`,
    hint: 'name a file that ends in .yaml, .yml, .csv, .tsv, .txt or .json',
  };
}

function columnsOfNoTable(path: string): DiagnosticDraft {
  return {
    rule: 'include-format',
    message: `${path} is no table, so it has no columns`,
    hint: 'name a .csv or .tsv file, or delete `columns`',
  };
}

function oneForTwo(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `\`columns\` names the column ${JSON.stringify(name)} for two fields`,
    hint: 'name another column for one of them, or leave it out',
  };
}

function includedTwice(path: string): DiagnosticDraft {
  return {
    rule: 'include-twice',
    message: `${path} is included twice`,
    hint: 'delete one of the two lines',
  };
}

const emptyVocabulary: DiagnosticDraft = {
  rule: 'vocabulary-empty',
  message: 'the vocabulary has no hotwords',
  hint: 'add at least one; to delete its list, delete the vocabulary instead',
};
