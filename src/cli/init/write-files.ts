import { join } from 'node:path';
import { VocabError } from '../../model/errors.js';
import { printable } from '../../model/text/printable.js';
import type { FileOutcome } from '../../report/view/files-view.js';
import type { Answers } from '../../scaffold/answers.js';
import { gitlabEntry, gitlabInclude } from '../../scaffold/ci/ci-files.js';
import { inFolder } from '../../scaffold/ci/place.js';
import { ignoreText } from '../../scaffold/ignore-text.js';
import { scaffold } from '../../scaffold/scaffold.js';
import { readIgnoreFile } from '../../workspace/ignore-file.js';
import { type FilesToWrite, findPresent, writeFiles as writeAll } from '../../workspace/new-files.js';
import type { InitPlace } from './init-place.js';

/** @throws VocabError `usage` where there is a configuration already: before anybody is asked */
export async function refuseConfigured(place: InitPlace): Promise<void> {
  await refusePresent([inFolder(place, 'vocab.config.yaml')], place);
}

/** Writes all the files of a new configuration, or none. @throws VocabError `usage` for one that is there, `file-unwritable` */
export async function writeFiles(answers: Answers, place: InitPlace): Promise<FileOutcome[]> {
  const { root, named, repository } = place;
  const isOwn = (path: string): boolean => path === gitlabEntry && repository.hasGitlab;
  const files = scaffold(answers, place);
  const make = files.filter(({ path }) => !isOwn(path));
  await refusePresent(
    make.map(({ path }) => path),
    place,
  );
  const ignore = await planIgnore(place);
  const from = ({ path, text }: { path: string; text: string }) => ({ path: join(root, path), text });
  await writeAll({
    root,
    named: (path) => named(path.slice(root.length).replace(/^[\\/]/, '')),
    make: [...make.map(from), ...ignore.make],
    change: ignore.change,
  });
  return [
    ...files.map(({ path, note }): FileOutcome => {
      if (!isOwn(path)) return { path: named(path), action: 'create', note };
      return { path: named(path), action: 'leave', note: `it is yours: add \`${gitlabInclude}\`` };
    }),
    ignore.outcome,
  ];
}

interface IgnorePlan extends Pick<FilesToWrite, 'make' | 'change'> {
  readonly outcome: FileOutcome;
}

/** What becomes of the one file that may be there: lines are added to it. */
async function planIgnore(place: InitPlace): Promise<IgnorePlan> {
  const path = join(place.directory, '.gitignore');
  const shown = place.named(inFolder(place, '.gitignore'));
  const present = await readIgnoreFile(path);
  const note = '.vocabsync/ is no part of the repository';
  if ('untouched' in present) {
    const why = `${present.untouched}: add .vocabsync/ yourself`;
    return { make: [], change: [], outcome: { path: shown, action: 'leave', note: why } };
  }
  const text = ignoreText(present.text);
  if (!present.isThere)
    return { make: [{ path, text }], change: [], outcome: { path: shown, action: 'create', note } };
  if (text === present.text)
    return { make: [], change: [], outcome: { path: shown, action: 'keep', note: null } };
  const change = [{ path, text, before: Buffer.from(present.text) }];
  return { make: [], change, outcome: { path: shown, action: 'change', note } };
}

async function refusePresent(paths: readonly string[], { root, named }: InitPlace): Promise<void> {
  const absolute = new Map(paths.map((path) => [join(root, path), path]));
  const present = await findPresent([...absolute.keys()]);
  if (present.length === 0) return;
  const names = present.map((path) => printable(named(absolute.get(path) ?? path)));
  throw new VocabError(
    'usage',
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} there already; nothing was written`,
    { hint: hintFor(names) },
  );
}

function hintFor(names: readonly string[]): string {
  if (names.some((name) => name.endsWith('vocab.config.yaml')))
    return 'init overwrites nothing: `vocabsync validate` checks what is there, `vocabsync import` adds the lists of the account, and --dir names another folder';
  return 'init overwrites nothing: --name gives the vocabulary another name, --ci none leaves the workflows as they are';
}
