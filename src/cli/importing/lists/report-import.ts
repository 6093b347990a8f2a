import type { Change } from '../../../model/change.js';
import { isList } from '../../../model/config.js';
import type { Plan } from '../../../model/plan.js';
import type { FileOutcome, FilesReport } from '../../../report/view/files-view.js';
import type { Context } from '../../context.js';
import type { Composed } from './compose.js';
import type { ImportListsOptions } from './list-options.js';
import type { NamedDraft } from './name-files.js';
import { differenceOf, proofNotes } from './prove.js';
import type { AsideFile } from './set-aside.js';
import type { Start } from './start.js';

/** Everything that an import has come to. */
export interface Imported {
  readonly start: Start;
  readonly composed: Composed;
  readonly aside: readonly AsideFile[];
  /** null: there is nothing to plan. */
  readonly proof: Plan | null;
  /** What people should know beside that, a sentence each. */
  readonly remarks: readonly string[];
  /** Whether a vocabulary that the configuration has already was asked for too. */
  readonly isAskedFor: (prefix: string) => boolean;
}

export function reportOf(imported: Imported, options: ImportListsOptions, context: Context): FilesReport {
  const { composed, aside, proof, remarks } = imported;
  const { vocabularies, checked } = composed;
  return {
    kind: 'import',
    dry_run: options.dryRun,
    files: [
      ...vocabularies.map((draft) => newFile(draft, imported)),
      ...presentFiles(imported),
      ...aside.flatMap((file) => asideFile(file, imported)),
      ...configFile(imported),
    ],
    notes: [
      ...[...vocabularies, ...composed.refused.map(({ draft }) => draft)].flatMap(remarksOn),
      ...composed.remarks,
      ...aside.flatMap((file) => toCorrect(file, imported)),
      ...remarks,
      ...aside.flatMap(unplaced),
      ...(proof === null ? [nothingToPlan(imported)] : proofNotes(proof)),
    ],
    diagnostics: [
      ...checked.diagnostics,
      ...aside.flatMap(({ diagnostics }) => diagnostics),
      ...(proof?.diagnostics ?? []),
    ],
    next: proof === null ? begun(imported) : [nextCommand(options, context)],
  };
}

/** The texts that the diagnostics point into. */
export function sourcesOf({ start, composed, aside }: Imported): ReadonlyMap<string, string> {
  const besides = aside.flatMap(({ path, text }) =>
    path === null ? [] : [[start.named(path), text] as const],
  );
  return new Map([...composed.checked.sources, ...besides]);
}

function newFile(draft: NamedDraft, { start }: Imported): FileOutcome {
  const { path, isThere, prefix, target_models, hotwords } = draft;
  const note = `${prefix} for ${target_models.join(', ')}: ${words(hotwords.length)}`;
  return { path: start.named(path), action: isThere ? 'keep' : 'create', note };
}

/** Vocabularies that were there before are somebody's, whatever the account says by now. */
function presentFiles({ start, composed, proof, isAskedFor }: Imported): FileOutcome[] {
  const added = new Set(composed.vocabularies.map(({ name }) => name));
  const { config } = composed.checked;
  const own = start.file;
  return config.vocabularies
    .filter(isList)
    .filter(
      ({ name, prefix, location }) => !added.has(name) && location.file !== own && isAskedFor(prefix.value),
    )
    .map(({ name, location }) => {
      const changes = proof?.changes.filter((change) => change.after?.name === name) ?? [];
      return { path: location.file, action: 'leave', note: stateOf(changes) };
    });
}

function stateOf(changes: readonly Change[]): string {
  if (changes.every(({ action }) => action === 'no-op'))
    return 'in the configuration, and as the account has it';
  const missing = changes.every(({ action }) => action === 'create');
  if (missing) return 'in the configuration, and not in the account';
  return `in the configuration; the account has ${changes
    .filter(({ action }) => action === 'update')
    .map(differenceOf)
    .join('; ')}`;
}

function asideFile({ path, state, draft }: AsideFile, { start }: Imported): FileOutcome[] {
  if (path === null) return [];
  const note = `set aside, not part of the configuration: ${words(draft.hotwords.length)}`;
  const action = ({ new: 'create', there: 'keep', differs: 'leave' } as const)[state];
  return [{ path: start.named(path), action, note }];
}

function configFile({ start, composed }: Imported): FileOutcome[] {
  const { before, file } = start;
  const { text, vocabularies } = composed;
  if (text === null) return before === null ? [] : [{ path: file, action: 'keep', note: null }];
  const note = vocabularies.length === 1 ? '1 vocabulary more' : `${vocabularies.length} vocabularies more`;
  return [{ path: file, action: before === null ? 'create' : 'change', note }];
}

function remarksOn({ name, remarks, renamed }: NamedDraft): string[] {
  return [...(renamed === null ? [] : [renamed]), ...remarks.map((remark) => `${name}: ${remark}`)];
}

/** What holds words that no run takes into account has to be said where one reads what is next. */
function toCorrect({ path, diagnostics }: AsideFile, { start }: Imported): string[] {
  if (path === null || diagnostics.length === 0) return [];
  return [
    `${start.named(path)} is no part of the configuration, and its list is managed by nobody: correct what is named above, and move it to the other vocabularies.`,
  ];
}

/** Where every place for it is the configuration's, it is better in the account alone than an error in every run. */
function unplaced({ path, draft }: AsideFile): string[] {
  if (path !== null) return [];
  const ids = draft.lists.map(({ vocabulary_id }) => vocabulary_id).join(', ');
  return [
    `${ids} is only in the account: no configuration can hold it, and the patterns under \`vocabularies\` would find every file for it.`,
  ];
}

function words(amount: number): string {
  return amount === 1 ? '1 word' : `${amount} words`;
}

function nothingToPlan({ start }: Imported): string {
  return start.before === null
    ? 'There is no configuration yet, so there is nothing to plan.'
    : 'The configuration names no vocabulary yet, so there is nothing to plan.';
}

/** Where there is no configuration, and nothing of the account to make one of. */
function begun({ start }: Imported): string[] {
  return start.before === null ? ['vocabsync init'] : [];
}

/** With what the next run needs to be about the same account. */
function nextCommand(options: ImportListsOptions, { env }: Context): string {
  const { config, endpoint, dryRun } = options;
  const isFlag = endpoint !== undefined && env['VOCABSYNC_ENDPOINT'] !== endpoint;
  return [
    'vocabsync',
    ...(dryRun ? ['import', ...chosen(options)] : ['plan']),
    ...(config === undefined ? [] : ['-c', config]),
    ...(isFlag ? ['--endpoint', endpoint] : []),
  ].join(' ');
}

function chosen({ all, prefix, id }: ImportListsOptions): string[] {
  const named = [...prefix.flatMap((each) => ['--prefix', each]), ...id.flatMap((each) => ['--id', each])];
  return all ? ['--all'] : named;
}
