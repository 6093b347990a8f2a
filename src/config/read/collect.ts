import type { Vocabulary } from '../../model/config.js';
import { asError, type DiagnosticDraft, type Located } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { parseMapping } from '../text/parse-yaml.js';
import { locationAt } from '../text/source.js';
import { show, type Tree } from '../text/tree.js';
import { beginVocabulary, completeVocabulary } from './complete-vocabulary.js';
import { expandBraces, findMatches, isPattern } from './glob.js';
import { reportKeysBeside } from './keys-in-config.js';
import { directoryOf, refusedPath, resolveInside } from './paths.js';

/** What was read. A disk may identify a file by its very path, so the two are kept apart. */
interface Seen {
  readonly paths: Set<string>;
  readonly files: Set<string>;
}

/** What became of one that is named. `absent`: there is none; `unread`: there is, and nothing can be said of it. */
export type Collected = Vocabulary | 'absent' | 'unread';

/** Reads every vocabulary the list under `vocabularies` names. */
export async function collectVocabularies(items: readonly Tree[], context: Reading): Promise<Collected[]> {
  const seen: Seen = { paths: new Set(), files: new Set() };
  const vocabularies: Collected[] = [];
  for (const item of items) {
    for (const found of await findVocabularies(item, seen, context)) {
      const collected = typeof found === 'string' ? found : await completeVocabulary(found, context);
      vocabularies.push(collected ?? 'unread');
    }
  }
  return vocabularies;
}

type Found = ReturnType<typeof beginVocabulary> | Exclude<Collected, Vocabulary>;

async function findVocabularies(item: Tree, seen: Seen, context: Reading): Promise<Found[]> {
  if (item.kind === 'mapping') {
    return [{ root: item, source: context.source, directory: directoryOf(context.configPath) }];
  }
  const location = locationAt(context.source, item.start);
  if (item.kind === 'list' || item.text === '') {
    context.report(asError(noVocabulary(show(item)), location));
    return ['absent'];
  }
  const paths = await resolvePaths({ value: item.text, location }, context);
  if (paths === null) return ['absent'];
  const found: Found[] = [];
  for (const path of paths) {
    if (seen.paths.has(path)) continue;
    seen.paths.add(path);
    found.push(...(await openVocabulary({ value: path, location }, seen, context)));
  }
  return found;
}

/** Nothing for a file that was already read under another name. */
async function openVocabulary(path: Located<string>, seen: Seen, reading: Reading): Promise<Found[]> {
  const { reader, report } = reading;
  let isMissing = false;
  const file = await reader.read(path.value, path.location, (found) => {
    isMissing = found.rule === 'file-missing';
    report(found);
  });
  if (file === null) return [isMissing ? 'absent' : 'unread'];
  if (seen.files.has(file.identity)) return [];
  seen.files.add(file.identity);
  const root = await parseMapping(file.source, report);
  if (root === null) return ['unread'];
  reportKeysBeside(root, { source: file.source, report });
  return [beginVocabulary({ root, source: file.source, directory: directoryOf(path.value) }, reading)];
}

async function resolvePaths(
  { value, location }: Located<string>,
  { reader, report, configPath }: Reading,
): Promise<string[] | null> {
  const say = (draft: DiagnosticDraft): null => {
    report(asError(draft, location));
    return null;
  };
  const alternatives = isPattern(value) ? expandBraces(value) : [value];
  if (alternatives === null) return say(hugePattern);
  const folder = directoryOf(configPath);
  const paths = alternatives.map((alternative) => resolveInside(folder, alternative));
  const refused = paths.map((path) => refusedPath(path, value)).find((draft) => draft !== null);
  if (refused !== undefined) return say(refused);
  const inside = paths.filter((path) => path !== null);
  if (!isPattern(value)) return inside;
  const matches = new Set<string>();
  for (const path of inside) {
    const files = await findMatches(path, reader.list);
    if (files === null) return say(hugePattern);
    for (const file of files) matches.add(file);
  }
  matches.delete(configPath);
  return matches.size === 0 ? say(noMatch(value)) : [...matches].sort();
}

function noVocabulary(found: string): DiagnosticDraft {
  return {
    rule: 'invalid-value',
    message: `a vocabulary must be a path, a pattern or a mapping; it is ${found}`,
    hint: 'write a path such as vocabularies/medical.yaml, or the vocabulary itself',
  };
}

const hugePattern: DiagnosticDraft = {
  rule: 'pattern-too-broad',
  message: 'the pattern is too long, or stands for too many alternatives or directories',
  hint: 'name the folder the files are in',
};

function noMatch(pattern: string): DiagnosticDraft {
  return {
    rule: 'pattern-without-match',
    message: `no file matches ${pattern}`,
    hint: 'correct the pattern, create a file, or write vocabularies: [] for none at all',
  };
}
