import { relative, sep } from 'node:path';
import { rootOf } from '../../../config/read/load.js';
import { isWanted, knownAs, type Wanted } from '../../../import/account/choose-lists.js';
import { draftVocabularies } from '../../../import/account/draft-vocabularies.js';
import type { Desired } from '../../../model/desired.js';
import { VocabError } from '../../../model/errors.js';
import { prefixOf } from '../../../model/observed.js';
import { sayFiles } from '../../../report/say/say-files.js';
import { writeFiles } from '../../../workspace/new-files.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../exit-code.js';
import type { Invocation } from '../../invocation.js';
import { fail, invoke } from '../../invoke.js';
import { tellerOf } from '../../showing/head-of.js';
import { show } from '../../showing/show.js';
import { chooseLists } from './choose.js';
import { compose } from './compose.js';
import { folderOf, type ImportListsOptions, wantedBy } from './list-options.js';
import { prove } from './prove.js';
import { type Reading, type ReadingFor, readLists } from './read-lists.js';
import { type Imported, reportOf, sourcesOf } from './report-import.js';
import { setAside } from './set-aside.js';
import { begin, pathIn } from './start.js';

/** Makes vocabularies of lists in the account, adds them to the configuration, and says what a plan of that would do. */
export async function importAccount(options: ImportListsOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'import', options, context }, async (invocation) => {
    const asked = { wanted: wantedBy(options, context), folder: folderOf(options) };
    const { start, checked } = await begin(invocation, asked.folder);
    const begun = { ...invocation, checked };
    try {
      return await importInto(await readLists(start, asked, begun), asked, begun);
    } catch (error) {
      if (!(error instanceof VocabError)) throw error;
      return fail(error, begun);
    }
  });
}

async function importInto(
  reading: Reading,
  asked: ReadingFor,
  invocation: Invocation<ImportListsOptions>,
): Promise<ExitCode> {
  const { start, desired, session, account } = reading;
  const { options, context } = invocation;
  const wanted = asked.wanted ?? (await chooseLists(account, desired, context));
  const drafts = draftVocabularies(
    account.read,
    (list) => isWanted(list, wanted) && knownAs(list, desired) === null,
  );
  const composed = await compose({ start, drafts, folder: asked.folder, in_use: account.listed.length });
  if ('error' in composed) return fail(composed.error, { ...invocation, checked: composed.checked });
  const next = composed.checked.desired ?? desired;
  const imported: Imported = {
    start,
    composed,
    aside: await setAside(composed, drafts.aside, { start, folder: asked.folder }),
    proof: await prove(composed.checked, session, account),
    remarks: [
      ...(composed.text === null ? [] : reading.remarks),
      ...drafts.remarks,
      ...whatElse(reading, wanted, next),
    ],
    isAskedFor: (prefix) =>
      wanted.kind === 'all' ||
      account.listed.some((list) => prefixOf(list.vocabulary_id) === prefix && isWanted(list, wanted)),
  };
  if (!options.dryRun) await write(imported);
  return say(imported, { ...invocation, checked: composed.checked });
}

/** All or nothing: what no configuration names yet must not lie about, nor a configuration name what is not there. */
async function write({ start, composed, aside }: Imported): Promise<void> {
  const { before, path, named, directory, file } = start;
  const { text, vocabularies } = composed;
  const files = [
    ...vocabularies.filter(({ isThere }) => !isThere),
    ...aside.flatMap((each) =>
      each.path === null || each.state !== 'new' ? [] : [{ path: each.path, text: each.text }],
    ),
  ].map((made) => ({ path: pathIn(start, made.path), text: made.text }));
  await writeFiles({
    root: rootOf(directory),
    make: before === null && text !== null ? [...files, { path, text }] : files,
    change: before === null || text === null ? [] : [{ path, text, before: Buffer.from(before) }],
    named: (absolute) =>
      absolute === path ? file : named(relative(directory, absolute).split(sep).join('/')),
  });
}

async function say(imported: Imported, invocation: Invocation<ImportListsOptions>): Promise<ExitCode> {
  const { options, context } = invocation;
  const report = reportOf(imported, options, context);
  const sources = sourcesOf(imported);
  await show(sayFiles(report, { ...tellerOf(invocation), sources }), invocation);
  return exitCodes.done;
}

/** Lists that were not taken, and why: those that were asked for, and those that nobody has spoken of. */
function whatElse({ account, desired }: Reading, wanted: Wanted, next: Desired): string[] {
  if (account.listed.length === 0) return ['The account holds no list.'];
  const refused = account.listed
    .filter((list) => wanted.kind === 'all' || isWanted(list, wanted))
    .flatMap((list) => {
      const why = knownAs(list, desired);
      // What has the prefix of a vocabulary is told with its file, or by the plan.
      const isTold = desired.lists.some(({ prefix }) => prefix === prefixOf(list.vocabulary_id));
      return why === null || isTold ? [] : [`${list.vocabulary_id} is not imported: ${why}.`];
    });
  const open = account.listed.filter((list) => !isWanted(list, wanted) && knownAs(list, next) === null);
  const ids = open.map(({ vocabulary_id }) => vocabulary_id).join(', ');
  return open.length === 0
    ? refused
    : [...refused, `Of no vocabulary yet: ${ids}; \`vocabsync import --all\` takes them.`];
}
