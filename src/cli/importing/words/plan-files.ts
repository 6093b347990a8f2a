import { relative, resolve, sep } from 'node:path';
import type { SettledFile } from '../../../import/words/settle.js';
import { checkPortsOf } from '../../../library/check-ports.js';
import { type Config, type Entry, type ForeignWord, isList, type Vocabulary } from '../../../model/config.js';
import { asError, type Diagnostic } from '../../../model/diagnostic.js';
import { VocabError } from '../../../model/errors.js';
import { type Checked, check } from '../../../pipelines/check.js';
import { count } from '../../../report/layout.js';
import type { FileOutcome } from '../../../report/view/files-view.js';
import type { Invocation } from '../../invocation.js';
import { newErrors } from './check-words.js';
import { type DraftInclude, draftIncludes, type IncludeFormat } from './draft-includes.js';
import {
  type DraftFile,
  type EditedFile,
  type Home,
  includesOf,
  type NewVocabulary,
  type Unedited,
  withIncludes,
  withVocabulary,
} from './draft-vocabulary.js';

/** A file, and what becomes of it. */
export interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  /** null: it stays as it is. */
  readonly text: string | null;
  /** What was read of a file that is changed; null: it is new, or stays. */
  readonly read: Uint8Array | null;
  readonly outcome: FileOutcome;
}

export interface PlannedFiles {
  /** In the order in which they are written: what is named comes before what names it. */
  readonly files: readonly PlannedFile[];
  /** What the configuration would be found wrong with, and is not now. */
  readonly errors: readonly Diagnostic[];
  /** What it will be found wrong with, as it is now. */
  readonly lasting: readonly Diagnostic[];
  /** The texts that those stand in. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface Goal {
  readonly vocabulary: Vocabulary;
  readonly made: NewVocabulary | null;
  readonly home: Home;
  readonly config: Config;
}

type Run = Invocation<{ readonly to?: IncludeFormat } & Invocation['options']>;

/** Decides what is written where, and looks at the configuration as it would be then. Writes nothing. @throws VocabError `usage` */
export async function planFiles(
  { files }: { readonly files: readonly SettledFile[] },
  goal: Goal,
  invocation: Run,
): Promise<PlannedFiles> {
  const { home, config } = goal;
  const { options, context } = invocation;
  const includes = draftIncludes(files, {
    directory: home.directory,
    to: options.to,
    default_weight: config.default_weight,
  });
  if (includes.length === 0)
    return {
      files: [unchanged(files, goal, context.cwd)],
      errors: [],
      lasting: errorsIn(invocation.checked),
      sources: new Map(),
    };
  const shown = (path: string) => relative(context.cwd, path).split(sep).join('/');
  const written = includes.map((include) => plannedInclude(include, home, shown));
  const drafts = includes.map(({ include, text }) => ({ path: resolve(home.directory, include), text }));
  const named = await nameIncludes(includes, drafts, { goal, invocation, shown });
  const after = await checkWith([...drafts, ...named], invocation, config);
  const errors = newErrors(invocation.checked.diagnostics, after.diagnostics);
  const missing = errors.length > 0 ? [] : missingFrom(after, goal.vocabulary.name, includes);
  return {
    files: [...written, ...named],
    errors: [...errors, ...missing],
    lasting: errorsIn(after),
    sources: after.sources,
  };
}

function errorsIn({ diagnostics }: Checked): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function unchanged(files: readonly SettledFile[], { home }: Goal, cwd: string): PlannedFile {
  const present = files.reduce((sum, file) => sum + file.present, 0);
  const path = relative(cwd, home.path).split(sep).join('/');
  return {
    path: home.path,
    text: null,
    read: null,
    outcome: {
      path,
      action: 'keep',
      note: `has ${present === 1 ? 'the word' : `all ${count(present, 'word')}`} already`,
    },
  };
}

function plannedInclude(
  { include, text, isThere, words, from }: DraftInclude,
  { directory }: Home,
  shown: (path: string) => string,
): PlannedFile {
  const path = resolve(directory, include);
  return {
    path,
    text: isThere ? null : text,
    read: null,
    outcome: {
      path: shown(path),
      action: isThere ? 'keep' : 'create',
      note: `${count(words.length, 'word')} of ${from}`,
    },
  };
}

interface Naming {
  readonly goal: Goal;
  readonly invocation: Run;
  readonly shown: (path: string) => string;
}

type Named = PlannedFile & { readonly text: string };

/** The files that have to name what is new: the vocabulary's, or a new one and, where no pattern finds it, the configuration. */
async function nameIncludes(
  includes: readonly DraftInclude[],
  drafts: readonly DraftFile[],
  naming: Naming,
): Promise<readonly Named[]> {
  const { goal, invocation, shown } = naming;
  const { made, home, config, vocabulary } = goal;
  const paths = includes.map(({ include }) => include);
  if (made === null) {
    const edited = withIncludes(
      home,
      includes.map(({ include, from, isReplacing }) => ({
        include,
        instead: isReplacing ? includesOf(home, resolve(invocation.context.cwd, from)) : [],
      })),
    );
    // A person has written the lines by hand, as was said, and only the files are missing.
    if ('text' in edited && edited.text === Buffer.from(edited.read).toString('utf8')) return [];
    if ('text' in edited)
      return [change(edited, `includes ${includes.map(saidOfInclude).join(', ')}`, shown)];
    // Or they can be written in no other way.
    const after = await checkWith(drafts, invocation, config);
    if (missingFrom(after, vocabulary.name, includes).length === 0) return [];
    throw unedited(edited, shown);
  }
  const file = { path: home.path, text: made.render(paths) };
  const note = `the vocabulary "${vocabulary.name}", ${isList(vocabulary) ? `with the prefix ${vocabulary.prefix.value}` : 'instant'}`;
  const created: Named = { ...file, read: null, outcome: { path: shown(file.path), action: 'create', note } };
  const after = await checkWith([...drafts, file], invocation, config);
  if (after.config?.vocabularies.some(({ name }) => name === vocabulary.name) === true) return [created];
  const way = relative(config.directory, home.path).split(sep).join('/');
  const edited = withVocabulary(config, way, invocation.context.cwd);
  if (!('text' in edited)) throw unedited(edited, shown);
  return [created, change(edited, `names ${way}`, shown)];
}

function saidOfInclude({ include, from, isReplacing }: DraftInclude): string {
  return isReplacing ? `${include} in the place of ${from}` : include;
}

function change(file: EditedFile, note: string, shown: (path: string) => string): Named {
  return { ...file, outcome: { path: shown(file.path), action: 'change', note } };
}

function unedited({ path, refused, by_hand }: Unedited, shown: (path: string) => string): VocabError {
  return new VocabError('usage', `${shown(path)} cannot be edited: ${refused}`, {
    hint: `nothing was written; write ${by_hand} yourself, and run it again: it makes the files that are missing`,
  });
}

function checkWith(
  drafts: readonly DraftFile[],
  { options, context }: Run,
  config: Config,
): Promise<Checked> {
  const file = options.config === undefined ? {} : { file: options.config };
  const texts = new Map(
    drafts.map(({ path, text }) => [relative(config.directory, path).split(sep).join('/'), text]),
  );
  return check({ cwd: context.cwd, ...file, drafts: texts }, checkPortsOf(context));
}

/** The words that a configuration would not have after all: nothing is written that does not say what it should. */
function missingFrom(
  { config }: Checked,
  name: string,
  includes: readonly DraftInclude[],
): readonly Diagnostic[] {
  const vocabulary = config?.vocabularies.find((one) => one.name === name);
  const present = new Set((vocabulary?.entries ?? []).map(keyOf));
  const missing = includes
    .flatMap(({ words }) => words)
    .filter((word) => !present.has(keyOf(asEntry(word, config))));
  return missing.map(({ text, location }) =>
    asError({
      rule: 'import-lost',
      location,
      message: `"${text}" would not be read back as it is`,
      hint: 'write it as YAML: --to yaml',
    }),
  );
}

function asEntry(word: ForeignWord, config: Config | null): Entry {
  return { ...word, weight: word.weight ?? config?.default_weight ?? 0 };
}

function keyOf({ text, weight, lang, note, expires, extra }: Entry): string {
  return JSON.stringify([text, weight, lang, note, expires, extra]);
}
