import type { Drafts } from '../../../import/account/draft-vocabularies.js';
import { modelLines } from '../../../import/account/model-lines.js';
import { catalogueWith } from '../../../model/catalogue/target-models.js';
import type { Config } from '../../../model/config.js';
import { type Diagnostic, hasErrors } from '../../../model/diagnostic.js';
import { VocabError } from '../../../model/errors.js';
import type { Checked } from '../../../pipelines/check.js';
import { withModels, withQuota, withVocabularies } from './edit-config.js';
import { type NamedDraft, nameFiles } from './name-files.js';
import { isEnough, type Start } from './start.js';

/*
 * What an import writes is made in memory first, and read as the program reads it every day: every rule is asked, none is
 * guessed. A vocabulary that a rule objects to is taken out of the configuration again and set aside, until nothing objects
 * any more. So the configuration is valid afterwards whatever the account holds, and nothing is on the disk before.
 */

export interface Composing {
  readonly start: Start;
  readonly drafts: Drafts;
  /** The folder of the vocabularies. */
  readonly folder: string;
  /** Lists in the account: its quota is at least that. */
  readonly in_use: number;
}

/** A vocabulary that no configuration can hold as it is. */
export interface Refused {
  readonly draft: NamedDraft;
  readonly errors: readonly Diagnostic[];
}

/** A configuration that may still name nothing but a folder without vocabularies. */
export interface Readable extends Checked {
  readonly config: Config;
}

export interface Composed {
  /** New vocabularies of the configuration. */
  readonly vocabularies: readonly NamedDraft[];
  readonly refused: readonly Refused[];
  /** What the configuration says then; null: it stays as it is, also where it is not there. */
  readonly text: string | null;
  readonly checked: Readable;
  /** What people should know of the additions, a sentence each. */
  readonly remarks: readonly string[];
}

/** The configuration with everything that was drafted, or why there is none; then nothing must be written. */
export type Composition = Composed | { readonly error: VocabError; readonly checked: Checked };

export async function compose(composing: Composing): Promise<Composition> {
  const { start, drafts, folder } = composing;
  const { config } = await start.checkWith(new Map(), start.text);
  if (config === null) throw new VocabError('config-invalid', 'the configuration cannot be read any more');
  const { vocabularies, default_weight } = config;
  const names = vocabularies.map(({ name }) => name);
  let candidates = await nameFiles(drafts.vocabularies, { start, folder, default_weight, names });
  const refused: Refused[] = [];
  for (;;) {
    const attempt = await write(candidates, config, composing);
    const rejected = candidates.flatMap((draft) => rejection(draft, attempt.checked, start));
    if (rejected.length === 0) return settle(attempt, candidates, { refused, start });
    refused.push(...rejected);
    const gone = new Set(rejected.map(({ draft }) => draft));
    candidates = candidates.filter((draft) => !gone.has(draft));
  }
}

function settle(
  { checked, text, remarks }: Attempt,
  vocabularies: readonly NamedDraft[],
  { refused, start }: { readonly refused: readonly Refused[]; readonly start: Start },
): Composition {
  const { config } = checked;
  if (config !== null && !hasErrors(checked.diagnostics)) {
    const added = text === start.before ? null : text;
    return { vocabularies, refused, text: added, checked: { ...checked, config }, remarks };
  }
  if (config !== null && vocabularies.length === 0 && isEnough(checked)) {
    return { vocabularies, refused, text: null, checked: { ...checked, config, diagnostics: [] }, remarks };
  }
  const error = new VocabError(
    'config-invalid',
    'with what the account holds the configuration would have the problems above; nothing was written',
    {
      hint: 'correct them and run it again; for a pattern that finds nothing, name its folder with --dir, or delete it',
    },
  );
  return { error, checked };
}

/** What the configuration would be. */
interface Attempt {
  readonly text: string;
  readonly checked: Checked;
  readonly remarks: readonly string[];
}

async function write(
  candidates: readonly NamedDraft[],
  config: Config,
  { start, in_use, folder }: Composing,
): Promise<Attempt> {
  const { file } = start;
  const files = new Map(candidates.map(({ path, text }) => [path, text]));
  const { models, account } = config;
  const added = modelLines(candidates, { models, region: account.region, catalogue: catalogueWith(models) });
  const allowing = withModels(start.text, added.lines, file);
  const found = await start.checkWith(files, allowing);
  // A pattern may find the new files by itself.
  const unnamed = candidates.filter(({ path }) => !found.sources.has(start.named(path)));
  const text = withVocabularies(
    allowing,
    unnamed.map(({ path }) => path),
    { file, folder },
  );
  const attempt = { text, checked: await start.checkWith(files, text), remarks: added.remarks };
  // Lists that are left in the account take slots too, and a configuration that is there has its quota from people.
  const isTooLow = start.before === null && in_use > account.list_quota && candidates.length > 0;
  return isTooLow || isOverfull(attempt.checked) ? withMoreSlots(attempt, files, { start, in_use }) : attempt;
}

/** The account holds them all, so it has as many slots, whatever the default says. */
async function withMoreSlots(
  attempt: Attempt,
  files: ReadonlyMap<string, string>,
  { start, in_use }: Pick<Composing, 'start' | 'in_use'>,
): Promise<Attempt> {
  const text = withQuota(attempt.text, in_use, start.file);
  const remark = `The account holds ${in_use} lists, so its quota is at least that: \`list_quota: ${in_use}\` is written under \`account\`.`;
  return { text, checked: await start.checkWith(files, text), remarks: [...attempt.remarks, remark] };
}

function isOverfull({ diagnostics }: Checked): boolean {
  return diagnostics.some(({ rule }) => rule === 'more-lists-than-slots');
}

function rejection(draft: NamedDraft, { diagnostics }: Checked, start: Start): Refused[] {
  const file = start.named(draft.path);
  const errors = diagnostics.filter(
    ({ severity, location }) => severity === 'error' && location?.file === file,
  );
  return errors.length === 0 ? [] : [{ draft, errors }];
}
