import { resolve } from 'node:path';
import { forShell } from '../../../config/text/for-shell.js';
import { type Settled, settleWords, type Target } from '../../../import/words/settle.js';
import { catalogueWith } from '../../../model/catalogue/target-models.js';
import { type Config, isInstant, type Vocabulary } from '../../../model/config.js';
import type { Diagnostic } from '../../../model/diagnostic.js';
import { VocabError } from '../../../model/errors.js';
import type { Checked } from '../../../pipelines/check.js';
import { count } from '../../../report/layout.js';
import { sayFiles } from '../../../report/say/say-files.js';
import { countBySeverity } from '../../../report/view/diagnostics.js';
import type { FilesReport } from '../../../report/view/files-view.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodeOf, exitCodes } from '../../exit-code.js';
import type { Invocation } from '../../invocation.js';
import { invoke } from '../../invoke.js';
import { tellerOf } from '../../showing/head-of.js';
import { show } from '../../showing/show.js';
import { showFailure } from '../../showing/show-failure.js';
import { knowsSuper, refusalsOf } from './check-words.js';
import { chooseInstantModel } from './choose-model.js';
import { chooseVocabulary, requireSame } from './choose-vocabulary.js';
import {
  type Home,
  homeOf,
  includesOf,
  type NewVocabulary,
  newVocabulary,
  usualModels,
} from './draft-vocabulary.js';
import { entriesOf, realOf } from './entries-of.js';
import { notesOf } from './notes.js';
import { type PlannedFiles, planFiles } from './plan-files.js';
import { type ReadFile, type ReadFiles, readFiles } from './read-files.js';
import type { ImportWordsOptions } from './words-options.js';
import { writePlanned } from './write-planned.js';

/**
 * Takes the words of files into a vocabulary: a new file beside it, and a line under its `include`. What is changed or
 * left out on the way is said; nothing is overwritten, and what is there already is not added again.
 */
export async function importWords(
  names: readonly string[],
  options: ImportWordsOptions,
  context: Context,
): Promise<ExitCode> {
  return invoke({ kind: 'import', options, context, reads: names }, async (invocation) => {
    const { checked } = invocation;
    const config = requireReadable(checked);
    const read = await readFiles(names, options.from ?? null, {
      cwd: context.cwd,
      stdin: await inputOf(names, options, context),
    });
    const said = { ...checked, sources: new Map([...checked.sources, ...read.sources]) };
    const known: Invocation<ImportWordsOptions> = { ...invocation, checked: said };
    if (read.files.length === 0 || read.diagnostics.some(({ severity }) => severity === 'error'))
      return refuse(unread(read), read.diagnostics, known);
    const goal = await goalOf({ config, files: read.files }, options, context);
    return intoVocabulary(read, goal, known);
  });
}

/** @throws VocabError `config-invalid` for a configuration of which nothing is known, not for one with mistakes in it */
function requireReadable({ config, diagnostics }: Checked): Config {
  if (config !== null) return config;
  throw new VocabError('config-invalid', `the configuration has problems: ${countBySeverity(diagnostics)}`, {
    hint: 'nothing was written; words are imported into a configuration that can be read',
  });
}

async function inputOf(
  names: readonly string[],
  { from }: ImportWordsOptions,
  { input }: Context,
): Promise<Uint8Array | null> {
  if (!names.includes('-')) return null;
  if (from === undefined)
    throw new VocabError('usage', 'what comes on stdin has no name that tells what it is', {
      hint: 'say it: --from csv, for instance',
    });
  if (input === undefined) throw new VocabError('usage', 'there is nothing to read from stdin');
  return input();
}

function unread({ files, diagnostics }: ReadFiles): VocabError {
  const message =
    files.length === 0 && diagnostics.length === 0
      ? 'no file was named'
      : `the words cannot be read: ${countBySeverity(diagnostics)}`;
  return new VocabError('usage', message, {
    hint: 'nothing was written; correct what is named above and run it again',
  });
}

/** Says why there is nothing, with what was found on the way. */
async function refuse(
  error: VocabError,
  diagnostics: readonly Diagnostic[],
  invocation: Invocation<ImportWordsOptions>,
): Promise<ExitCode> {
  await showFailure(error, { ...invocation, checked: { ...invocation.checked, diagnostics } });
  return exitCodeOf(error.code);
}

interface Goal {
  readonly vocabulary: Vocabulary;
  /** null: it is there already. */
  readonly made: NewVocabulary | null;
  readonly config: Config;
}

/** The vocabulary that the words go into, made where there is none of its name. @throws VocabError `usage`, `config-invalid`, `interrupted` */
async function goalOf(
  { config, files }: { readonly config: Config; readonly files: readonly ReadFile[] },
  options: ImportWordsOptions,
  context: Context,
): Promise<Goal> {
  const asked = { name: options.vocabulary, files: files.map(({ file }) => file) };
  const chosen = await chooseVocabulary(asked, config, context);
  if ('vocabulary' in chosen) {
    requireSame(chosen.vocabulary, options);
    return { vocabulary: chosen.vocabulary, made: null, config };
  }
  const { delivery = 'list', model } = options;
  const usual = usualModels(config, context.cwd);
  const given = model === undefined ? usual : { models: [model], isDefault: false };
  const target = delivery === 'instant' ? await chooseInstantModel(model, { usual, config }, context) : given;
  const made = newVocabulary({ name: chosen.newName, delivery, target }, config, context.cwd);
  return { vocabulary: made.vocabulary, made, config };
}

async function intoVocabulary(
  read: ReadFiles,
  { vocabulary, made, config }: Goal,
  invocation: Invocation<ImportWordsOptions>,
): Promise<ExitCode> {
  const { options, context } = invocation;
  const home = made?.home ?? homeOf(vocabulary, config, context.cwd);
  const settled = settle(read.files, { vocabulary, config, invocation, home: made === null ? home : null });
  const diagnostics = [...read.diagnostics, ...settled.diagnostics];
  if (settled.files.every(({ words, present }) => words.length === 0 && present === 0))
    return refuse(nothingLeft(settled), diagnostics, invocation);
  const planned = await planFiles(settled, { vocabulary, made, home, config }, invocation);
  if (planned.errors.length > 0)
    return refuse(wouldBreak(planned), [...diagnostics, ...planned.errors], {
      ...invocation,
      checked: {
        ...invocation.checked,
        sources: new Map([...planned.sources, ...invocation.checked.sources]),
      },
    });
  if (!options.dryRun) await writePlanned(planned.files, { ...config, cwd: context.cwd });
  const notes = notesOf(read.files, settled, { vocabulary, isNew: made !== null, config, cwd: context.cwd });
  const report: FilesReport = {
    kind: 'import',
    dry_run: options.dryRun,
    files: planned.files.map(({ outcome }) => outcome),
    notes: [...notes, ...alreadyWrong(planned)],
    diagnostics,
    next: planned.files.some(({ text }) => text !== null) ? nextCommands(options, planned) : [],
  };
  await show(sayFiles(report, tellerOf(invocation)), invocation);
  return exitCodes.done;
}

interface Around {
  readonly vocabulary: Vocabulary;
  readonly config: Config;
}

interface Settling extends Around {
  readonly invocation: Invocation<ImportWordsOptions>;
  /** Where the vocabulary stands; null: it is made. */
  readonly home: Home | null;
}

function settle(files: readonly ReadFile[], { vocabulary, config, invocation, home }: Settling): Settled {
  const { options, context } = invocation;
  const target: Target = {
    name: vocabulary.name,
    entries: vocabulary.entries,
    default_weight: config.default_weight,
    superAllowed: knowsSuper(vocabulary, catalogueWith(config.models)),
    isInstant: isInstant(vocabulary),
  };
  const isGiven = options.from !== undefined;
  return settleWords(
    files.map((one) => {
      const { file, words, style } = one;
      const path = resolve(context.cwd, file);
      const isIncluded = home !== null && includesOf(home, path).length > 0;
      const read = isIncluded ? entriesOf(vocabulary, path, context.cwd) : [];
      const included = isIncluded && (read.length === 0 || isDoubted(one, invocation)) ? read : null;
      return { file, words, style, isGiven, included };
    }),
    {
      target,
      policy: options.weights,
      refusals: (words) => refusalsOf(words, vocabulary, { config, now: context.clock.now() }),
    },
  );
}

/**
 * Whether something is said of a file as an include reads it: of all of it, or of most of its words. What is understood without a
 * word is what it should be, and a slip in one row says nothing of the others.
 */
function isDoubted({ file, words }: ReadFile, { checked, context }: Invocation<ImportWordsOptions>): boolean {
  const real = realOf(resolve(context.cwd, file));
  const isTheFile = new Map<string, boolean>();
  const found = checked.diagnostics.filter(({ location }) => {
    if (location === null) return false;
    const known = isTheFile.get(location.file) ?? realOf(resolve(context.cwd, location.file)) === real;
    isTheFile.set(location.file, known);
    return known;
  });
  return found.some(({ rule }) => /^(?:txt|csv)-/.test(rule)) || found.length * 2 >= words.length;
}

function nothingLeft({ files }: Settled): VocabError {
  const refused = files.reduce((sum, file) => sum + file.refused, 0);
  return new VocabError('usage', `none of ${count(refused, 'word')} can be a hotword`, {
    hint: 'nothing was written; the reason of each is named above',
  });
}

function wouldBreak({ errors }: PlannedFiles): VocabError {
  return new VocabError(
    'config-invalid',
    `with these words, the configuration would have problems: ${countBySeverity(errors)}`,
    { hint: 'nothing was written; take words out of the files, or out of the vocabulary' },
  );
}

/** Words may be written into a configuration that has errors of its own; that no plan works before they are gone is said. */
function alreadyWrong({ lasting }: PlannedFiles): string[] {
  return lasting.length === 0
    ? []
    : [
        `The configuration has ${count(lasting.length, 'error')} of its own: \`vocabsync validate\` names what to correct.`,
      ];
}

function nextCommands({ config }: ImportWordsOptions, { lasting }: PlannedFiles): readonly string[] {
  const command = lasting.length > 0 ? 'vocabsync validate' : 'vocabsync plan';
  return [config === undefined ? command : `${command} -c ${forShell(config)}`];
}
