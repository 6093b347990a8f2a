/** What a command writes and how it ends, beyond what its options say. */
export interface CommandFacts {
  /** What it changes, and where; sentences. */
  readonly writes: string;
  /** Exit codes that mean something of their own here, beside 0, 1 and 3. */
  readonly exits?: Readonly<Record<number, string>>;
  /** Pages that say more: file and title. */
  readonly more?: readonly (readonly [page: string, title: string])[];
}

const nothing = 'Nothing, but for the files of `--out`.';
export const accountExits = {
  7: 'the key is missing, not accepted, or may not do this',
  8: 'the service is unavailable, or the deadline has passed',
};
const apply = {
  4: 'blocked by a guard, a missing slot or a rival, or nobody has approved it; nothing was sent',
  5: 'the account has changed since the review, or another apply runs',
  6: 'partly applied, not ready in time, or a result is unknown',
  ...accountExits,
  130: 'interrupted; what was in flight is finished and reported',
};

/** By the name of the command. One that has none is described by its command line alone. */
export const commandFacts: Readonly<Record<string, CommandFacts>> = {
  init: {
    writes:
      'The configuration, a vocabulary, lines in `.gitignore`, and a workflow if it is asked for. Overwrites nothing.',
    exits: { 130: 'a question was broken off; nothing was written' },
    more: [['init.md', 'What init writes']],
  },
  import: {
    writes:
      'Vocabulary files or tables of words, and lines in the configuration, comments kept. The account is only read.',
    exits: {
      5: 'a file was saved by somebody meanwhile; nothing was written',
      ...accountExits,
      130: 'a question was broken off; nothing was written',
    },
    more: [
      ['import.md', 'Lists of an account'],
      ['import-words.md', 'Words of files'],
    ],
  },
  validate: {
    writes: nothing,
    exits: { 3: 'the configuration has errors' },
    more: [['rules.md', 'Rules and guards']],
  },
  fmt: {
    writes: 'Files that are not canonical yet, whole; with `--check` none.',
    exits: {
      2: '`--check` has found work',
      3: 'a file has errors; no file was written',
      5: 'a file was saved by somebody meanwhile; it was left alone',
      6: 'some files were written, and one could not be',
    },
    more: [['fmt.md', 'The canonical form']],
  },
  plan: {
    writes: nothing,
    exits: { 2: 'there are changes, with `--detailed-exitcode`', 4: 'the plan is blocked', ...accountExits },
    more: [
      ['reconcile.md', 'How it reconciles'],
      ['rules.md', 'What blocks a plan'],
    ],
  },
  apply: {
    writes:
      'The account. Before that, what is overwritten or deleted goes to `.vocabsync/backups/`; after it, the `outputs` of the configuration are written.',
    exits: apply,
    more: [
      ['reconcile.md', 'How it reconciles'],
      ['reliability.md', 'Reliability'],
    ],
  },
  drift: { writes: nothing, exits: { 2: 'the account differs', ...accountExits }, more: [['ci.md', 'CI']] },
  eval: {
    writes:
      'Nothing in the account. What was heard is kept in `.vocabsync/eval/` beside the configuration; the files of `--out` and `--record` are written.',
    exits: {
      2: 'less is heard than `min_recall` asks for, more intrudes than `max_false` allows, or a word of the baseline is not heard any more',
      3: 'the configuration, a manifest or a recording cannot be used, or it takes more than `--max-audio`; nothing was sent',
      4: 'nobody has approved what it would send; nothing was sent',
      6: 'clips could not be recognised; the others are scored',
      ...accountExits,
      130: 'interrupted; what was heard by then is kept',
    },
    more: [
      ['evaluate.md', 'Does it work'],
      ['rules.md#evaluations', 'What is wrong with a manifest'],
      ['rules.md#recordings', 'What is wrong with a recording'],
    ],
  },
  diff: {
    writes: nothing,
    exits: { 2: 'there are changes, with `--detailed-exitcode`' },
    more: [['ci.md', 'CI']],
  },
  affected: { writes: nothing, more: [['accounts.md', 'Several accounts']] },
  combine: {
    writes: nothing,
    exits: { 2: 'as what was given; so are 4, 5, 6, 7 and 8: the worst of all' },
    more: [['accounts.md', 'Several accounts']],
  },
  ids: {
    writes: 'Nothing; with `--write`, the `outputs` of the configuration.',
    exits: { 6: 'a list is missing or not `OK`', ...accountExits },
    more: [['ids.md', 'What applications read']],
  },
  doctor: {
    writes: 'Nothing, here or in the account.',
    exits: { 2: 'a check fails', ...accountExits },
    more: [['doctor.md', 'Every check']],
  },
  restore: {
    writes: 'The account, from a backup, through a plan as `apply` does it. It deletes nothing.',
    exits: apply,
    more: [['reliability.md', 'Reliability']],
  },
  emulator: {
    writes:
      'The account that it plays: `.vocabsync/emulator.json` beside the configuration; with `--memory` nothing.',
    more: [['emulator.md', 'The emulator']],
  },
  schema: { writes: 'Nothing.', more: [['reports.md', 'Reports']] },
  completion: { writes: 'Nothing.', more: [['completion.md', 'Completion in the shell']] },
};
