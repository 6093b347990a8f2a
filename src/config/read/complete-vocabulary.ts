import type { Entry, Vocabulary } from '../../model/config.js';
import { asError, type Diagnostic, type DiagnosticDraft, type Located } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import type { Source } from '../text/source.js';
import type { MappingTree } from '../text/tree.js';
import { parseWords, wordFormatOf } from '../words/parse-words.js';
import { outsideFolder, resolveInside } from './paths.js';
import { locationOfVocabulary, readVocabulary } from './vocabulary.js';

/** A vocabulary's mapping, and where it was found. */
export interface FoundVocabulary {
  readonly root: MappingTree;
  readonly source: Source;
  /** Its includes are relative to this. */
  readonly directory: string;
}

/** A vocabulary with its includes; null when so much is wrong that nothing can be said of it. */
export async function completeVocabulary(
  found: FoundVocabulary,
  reading: Reading,
): Promise<Vocabulary | null> {
  const { source, root } = found;
  let broken = false;
  const report = (diagnostic: Diagnostic): void => {
    broken = true;
    reading.report(diagnostic);
  };
  const { identity, entries: own, includes } = readVocabulary(root, { ...reading, source, report });
  const entries = [...own];
  const included = { directory: found.directory, seen: new Set<string>() };
  for (const include of includes) {
    const words = await readInclude(include, included, { ...reading, report });
    for (const word of words) entries.push(word);
  }
  if (entries.length === 0 && !broken) report(asError(emptyVocabulary, locationOfVocabulary(root, source)));
  return identity === null ? null : { ...identity, entries };
}

interface Included {
  /** What the paths are relative to. */
  readonly directory: string;
  readonly seen: Set<string>;
}

async function readInclude(
  { value, location }: Located<string>,
  { directory, seen }: Included,
  reading: Reading,
): Promise<readonly Entry[]> {
  const { reader, report } = reading;
  const say = (draft: DiagnosticDraft): readonly Entry[] => {
    report(asError(draft, location));
    return [];
  };
  if (value === '') return [];
  const path = resolveInside(directory, value);
  if (path === null) return say(outsideFolder(value));
  const format = wordFormatOf(path);
  if (format === null) return say(unknownFormat(value));
  if (seen.has(path)) return say(includedTwice(value));
  seen.add(path);
  const file = await reader.read(path, location, report);
  return file === null ? [] : parseWords(format, { ...reading, source: file.source });
}

function unknownFormat(path: string): DiagnosticDraft {
  return {
    rule: 'include-format',
    message: `${path} has no extension that says what it holds`,
    hint: 'name a file that ends in .yaml, .yml, .csv, .txt or .json',
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
