import { lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Prompts } from '../../src/cli/asking/prompts.js';
import type { SeedList } from '../../src/emulator/emulator.js';
import { idOf } from '../support/build.js';
import { cancel, scriptedPrompts } from '../support/prompts.js';
import { config, temporaryFolder } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

interface ImportDocument {
  readonly dry_run: boolean;
  readonly files: readonly { readonly path: string; readonly action: string; readonly note: string | null }[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  }[];
  readonly next: readonly string[];
}

function list(prefix: string, serial: number, more: Partial<SeedList> = {}): SeedList {
  return {
    vocabulary_id: idOf(prefix, serial),
    prefix,
    target_model: 'fun-asr',
    vocabulary: words('alpha'),
    ...more,
  };
}

function words(...texts: readonly string[]): SeedList['vocabulary'] {
  return texts.map((text) => ({ text, weight: 4 }));
}

const rivalId = idOf('acmeriv', 5);

/** As an account looks that nobody has kept: two lists with the same words, two rivals, an unknown model, a weight of 10. */
const seven: readonly SeedList[] = [
  list('acmemed', 1, {
    vocabulary: [
      { text: '阙里人家', weight: 5, lang: 'zh' },
      { text: 'on', weight: 4 },
    ],
  }),
  list('acmesup', 2),
  list('acmesup', 3, { target_model: 'fun-asr-realtime' }),
  list('acmeriv', 4, { vocabulary: words('one') }),
  list('acmeriv', 5, { vocabulary: words('two') }),
  list('acmeold', 6, {
    target_model: 'fun-asr-2027-01-01',
    vocabulary: [{ text: 'heavy', weight: 10, translation: 'schwer' }],
  }),
  list('acmetwo', 7, { vocabulary: [{ text: 'x', weight: 3 }] }),
];

async function opened(
  lists: readonly SeedList[],
  files: Readonly<Record<string, string>> = {},
): Promise<Repository> {
  const repository = await openRepository(files);
  await repository.emulator.seed(lists);
  return repository;
}

async function imported(repository: Repository, args: string): Promise<ImportDocument> {
  const { stdout, code, stderr } = await repository.vocabsync(`import ${args} --format json`);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as ImportDocument;
}

function read({ directory }: Repository, path: string): Promise<string> {
  return readFile(join(directory, path), 'utf8');
}

/** Every file of the folder with what it says; nothing of the tool's own. */
async function tree({ directory }: Repository): Promise<Record<string, string>> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const own = files.filter((path) => !path.includes('.vocabsync')).toSorted();
  return Object.fromEntries(
    await Promise.all(
      own.map(async (path) => [path.slice(directory.length + 1), await readFile(path, 'utf8')]),
    ),
  ) as Record<string, string>;
}

/** The exit code of a plan that would say if anything were to do. */
async function planned(repository: Repository): Promise<number> {
  const { code } = await repository.vocabsync('plan --detailed-exitcode');
  return code;
}

const base = 'version: 1\naccount: { region: singapore }\n';

describe('import --all', () => {
  it('makes vocabularies of an account that nobody has kept, and a plan of them does nothing', async () => {
    const repository = await opened(seven);
    const { files, notes, next } = await imported(repository, '--all');
    expect(files.map(({ path, action }) => `${action} ${path}`)).toEqual([
      'create vocabularies/acmemed.yaml',
      'create vocabularies/acmeold.yaml',
      'create vocabularies/acmeriv.yaml',
      'create vocabularies/acmesup.yaml',
      'create vocabularies/acmetwo.yaml',
      `create vocabularies/set-aside/${rivalId}.yaml`,
      'create vocab.config.yaml',
    ]);
    expect(notes.join('\n')).toContain('A plan of this does nothing');
    expect(next).toEqual(['vocabsync plan']);
    expect(await planned(repository)).toBe(0);
    expect(repository.writes()).toEqual([]);
  });

  it('follows init in an empty folder, and a word that is added then is one update', async () => {
    const repository = await opened(seven);
    const begun = await repository.vocabsync('init --yes --namespace acme');
    expect([begun.code, begun.stdout]).toEqual([0, expect.stringContaining('vocabsync import')]);
    await imported(repository, '--all');
    expect(await planned(repository)).toBe(0);
    const file = await read(repository, 'vocabularies/acmetwo.yaml');
    await repository.write('vocabularies/acmetwo.yaml', `${file}  - added\n`);
    expect(await planned(repository)).toBe(2);
    expect((await repository.vocabsync('apply --yes')).code).toBe(0);
    expect(repository.writes()).toEqual(['update']);
    expect(await planned(repository)).toBe(0);
  });

  it('writes everything in the canonical form', async () => {
    const repository = await opened(seven);
    await imported(repository, '--all');
    expect(await repository.vocabsync('fmt --check')).toMatchObject({ code: 0, stderr: '' });
    const aside = `vocabularies/set-aside/${rivalId}.yaml`;
    expect((await repository.vocabsync(`fmt --check ${aside}`)).code).toBe(0);
  });

  it('writes one vocabulary of two models where their words are the same', async () => {
    const repository = await opened(seven);
    await imported(repository, '--all');
    expect(await read(repository, 'vocabularies/acmesup.yaml')).toContain(
      'name: acmesup\nprefix: acmesup\ntarget_models: [fun-asr, fun-asr-realtime]\nhotwords:\n  - alpha\n',
    );
  });

  it('tells two lists of one prefix and other words apart by their model', async () => {
    const repository = await opened([
      list('acmemed', 1),
      list('acmemed', 2, { target_model: 'fun-asr-realtime', vocabulary: words('beta') }),
    ]);
    await imported(repository, '--all');
    expect(Object.keys(await tree(repository))).toEqual([
      'vocab.config.yaml',
      'vocabularies/acmemed-fun-asr-realtime.yaml',
      'vocabularies/acmemed-fun-asr.yaml',
    ]);
    expect(await planned(repository)).toBe(0);
  });

  it('pins one of two rivals, sets the other aside with its words, and explains what is to be done', async () => {
    const repository = await opened(seven);
    const { notes } = await imported(repository, '--all');
    expect(await read(repository, 'vocabularies/acmeriv.yaml')).toContain(
      `vocabulary_id: [${idOf('acmeriv', 4)}]\nhotwords:\n  - one\n`,
    );
    expect(await read(repository, `vocabularies/set-aside/${rivalId}.yaml`)).toContain(
      'hotwords:\n  - two\n',
    );
    expect(notes.join('\n')).toContain(`acmeriv: Pinned to ${idOf('acmeriv', 4)}`);
    expect(notes.join('\n')).toContain('name the other id under `removed`');
    // Without the pin, the plan is blocked: that is what the explanation is about.
    const file = await read(repository, 'vocabularies/acmeriv.yaml');
    await repository.write('vocabularies/acmeriv.yaml', file.replace(/^vocabulary_id.*\n/m, ''));
    expect((await repository.vocabsync('plan')).code).toBe(4);
  });

  it('reads what it has set aside of a rival as an include of the other', async () => {
    const repository = await opened(seven);
    await imported(repository, '--all');
    const file = await read(repository, 'vocabularies/acmeriv.yaml');
    await repository.write('vocabularies/acmeriv.yaml', `${file}include: [set-aside/${rivalId}.yaml]\n`);
    const { stdout } = await repository.vocabsync('plan --color never');
    expect(stdout).toContain('+ two');
  });

  it('allows an unknown model and a weight of 10 under `models`, keeps both, and says so', async () => {
    const repository = await opened(seven);
    const { notes } = await imported(repository, '--all');
    expect(await read(repository, 'vocab.config.yaml')).toContain(
      'models:\n  fun-asr-2027-01-01: { family: fun-asr, weights: { min: 1, max: 10 } }\n',
    );
    expect(await read(repository, 'vocabularies/acmeold.yaml')).toContain(
      '  - { text: heavy, weight: 10, extra: { translation: schwer } }\n',
    );
    expect(notes.join('\n')).toContain('does not know fun-asr-2027-01-01');
    expect(notes.join('\n')).toContain('1 word for fun-asr-2027-01-01 has a weight of 10, outside 1 to 5');
  });

  it('says of a list that is not OK that recognition ignores it', async () => {
    const repository = await openRepository({}, { deploy_ms: 60_000 });
    await repository.emulator.seed([list('acmemed', 1, { ready_at: repository.clock.now() + 60_000 })]);
    const { diagnostics } = await imported(repository, '--all');
    expect(diagnostics).toMatchObject([{ rule: 'list-not-ready', severity: 'warning' }]);
  });

  it('reports a duplicate, and writes it once', async () => {
    const repository = await opened([list('acmemed', 1), list('acmemed', 2)]);
    const { files, notes } = await imported(repository, '--all');
    expect(files).toHaveLength(2);
    expect(notes.join('\n')).toContain(
      `${idOf('acmemed', 2)} has the prefix, the model and the words of ${idOf('acmemed', 1)}`,
    );
    expect(await planned(repository)).toBe(0);
  });

  it('says what a plan would do where it is not empty', async () => {
    const repository = await opened([list('acmemed', 1), list('acmemed', 2)], {
      'vocab.config.yaml': `${base}namespace: acme\nprune: true\nvocabularies: []\n`,
    });
    const { notes } = await imported(repository, '--all');
    expect(notes).toContain('A plan of this has 1 step:');
    expect(notes.join('\n')).toContain(`${idOf('acmemed', 2)} would be deleted by an apply`);
    expect(await planned(repository)).toBe(2);
  });

  it('raises a quota that is only the default, when the account holds more lists', async () => {
    const repository = await opened(
      Array.from({ length: 12 }, (_, index) =>
        list(`acme${index}`, index, { vocabulary: words(`word${index}`) }),
      ),
    );
    const { notes } = await imported(repository, '--all');
    expect(await read(repository, 'vocab.config.yaml')).toContain('list_quota: 12');
    expect(notes.join('\n')).toContain('The account holds 12 lists');
    expect(await planned(repository)).toBe(0);
  });

  it('writes nothing where the account holds nothing', async () => {
    const repository = await opened([]);
    const { files, notes, next } = await imported(repository, '--all');
    expect(files).toEqual([]);
    expect(notes).toContain('The account holds no list.');
    expect(next).toEqual(['vocabsync init']);
    expect(await tree(repository)).toEqual({});
  });
});

describe('what no configuration can hold', () => {
  const tooLong = list('acmelng', 1, { vocabulary: words('alpha', '一二三四五六七八九十一二三四五六') });

  it('is set aside as it is, with the rule that objects at its line, and the configuration stays valid', async () => {
    const repository = await opened([tooLong, list('acmemed', 2)]);
    const { files, diagnostics, notes } = await imported(repository, '--all');
    const aside = `vocabularies/set-aside/${idOf('acmelng', 1)}.yaml`;
    expect(notes.join('\n')).toContain(`${aside} is no part of the configuration`);
    expect(files.map(({ path }) => path)).toEqual(['vocabularies/acmemed.yaml', aside, 'vocab.config.yaml']);
    const [found] = diagnostics;
    expect(found).toMatchObject({ rule: 'hotword-too-long', severity: 'warning', file: aside });
    const line = (await read(repository, aside)).split('\n')[(found?.line ?? 0) - 1];
    expect(line).toBe('  - 一二三四五六七八九十一二三四五六');
    expect(await planned(repository)).toBe(0);
  });

  it('takes slots, which a new configuration counts', async () => {
    const held = Array.from({ length: 11 }, (_, n) =>
      list(n < 2 ? `acme${n}` : `acmelng${n}`, n + 1, n < 2 ? {} : { vocabulary: tooLong.vocabulary }),
    );
    const repository = await opened(held);
    const { notes } = await imported(repository, '--all');
    expect(notes.join('\n')).toContain('`list_quota: 11` is written under `account`');
    expect(await read(repository, 'vocab.config.yaml')).toContain('list_quota: 11');
  });

  it('says that a key was left out of it', async () => {
    const vocabulary = [...tooLong.vocabulary, { text: 'sk-fedcba9876543210fedcba9876543210', weight: 4 }];
    const repository = await opened([list('acmelng', 1, { vocabulary })]);
    const { notes } = await imported(repository, '--all');
    expect(notes.join('\n')).toContain('1 word looks like an API key and is left out of the file');
  });

  it('is said with the places of the file that was set aside', async () => {
    const vocabulary = [4, 5].map((weight) => ({ text: 'alpha', weight }));
    const repository = await opened([list('acmemed', 1, { vocabulary })]);
    const { diagnostics } = await imported(repository, '--all');
    const aside = `vocabularies/set-aside/${idOf('acmemed', 1)}.yaml`;
    const lines = (await read(repository, aside)).split('\n');
    const [found] = diagnostics;
    const earlier = lines.indexOf('  - alpha') + 1;
    expect(found?.message).toContain(`"alpha" is already in ${aside}:${earlier} with weight 4`);
    expect(lines[(found?.line ?? 0) - 1]).toContain('weight: 5');
  });

  it('is in effect once it is corrected and named', async () => {
    const repository = await opened([tooLong]);
    await imported(repository, '--all');
    expect(Object.keys(await tree(repository))).toEqual([
      `vocabularies/set-aside/${idOf('acmelng', 1)}.yaml`,
    ]);
    const text = await read(repository, `vocabularies/set-aside/${idOf('acmelng', 1)}.yaml`);
    await repository.write('vocabularies/corrected.yaml', text.replace('十一二三四五六', ''));
    await repository.write('vocab.config.yaml', `${base}vocabularies: [vocabularies/*.yaml]\n`);
    expect((await repository.vocabsync('validate')).code).toBe(0);
  });

  it.each([
    ['an invisible character', [{ text: 'al\u200bpha', weight: 4 }]],
    [
      'one word with two weights',
      [
        { text: 'alpha', weight: 4 },
        { text: 'alpha', weight: 5 },
      ],
    ],
    ['a negative weight', [{ text: 'alpha', weight: -3 }]],
    ['half a weight', [{ text: 'alpha', weight: 2.5 }]],
    [
      'an empty word',
      [
        { text: '', weight: 4 },
        { text: 'alpha', weight: 4 },
      ],
    ],
    ['a field called __proto__', [JSON.parse('{"text":"alpha","weight":4,"__proto__":{"a":1}}')]],
  ])('is set aside: %s', async (_what, vocabulary) => {
    const repository = await opened([list('acmemed', 1), list('acmeodd', 2, { vocabulary })]);
    const { files } = await imported(repository, '--all');
    expect(files.map(({ path }) => path)).toContain(`vocabularies/set-aside/${idOf('acmeodd', 2)}.yaml`);
    expect(await planned(repository)).toBe(0);
  });

  it('is set aside: a model that has no name of a model, alone', async () => {
    const repository = await opened([
      list('acmemed', 1),
      list('acmemed', 2, { target_model: 'no model; rm -rf' }),
    ]);
    await imported(repository, '--all');
    expect(await read(repository, `vocabularies/set-aside/${idOf('acmemed', 2)}.yaml`)).toContain('alpha');
    expect(Object.keys(await tree(repository))).toHaveLength(3);
  });

  it('is put where no pattern finds it, or stays in the account where patterns find everything', async () => {
    const deep = { 'vocab.config.yaml': `${base}vocabularies: [vocabularies/**/*.yaml]\n` };
    const one = await opened([tooLong, list('acmemed', 2)], deep);
    await imported(one, '--all');
    expect(Object.keys(await tree(one))).toContain(`set-aside/${idOf('acmelng', 1)}.yaml`);
    const all = { 'vocab.config.yaml': `${base}vocabularies: ['**/*']\n` };
    const other = await opened([tooLong, list('acmemed', 2)], all);
    const { notes } = await imported(other, '--all');
    expect(Object.keys(await tree(other))).toEqual(['vocab.config.yaml', 'vocabularies/acmemed.yaml']);
    expect(notes.join('\n')).toContain(`${idOf('acmelng', 1)} is only in the account`);
    expect(await planned(other)).toBe(0);
  });

  it('never has a key in any file: it is left out, and that is said', async () => {
    const secret = 'sk-fedcba9876543210fedcba9876543210';
    const repository = await opened([
      list('acmemed', 1, {
        vocabulary: [...words('alpha', secret), { text: 'beta', weight: 4, note: secret }],
      }),
      list('acmekey', 2, { vocabulary: words(secret) }),
      list('acmemod', 3, { target_model: secret }),
    ]);
    const ended = await repository.vocabsync('import --all');
    expect(ended.code).toBe(0);
    expect(JSON.stringify([ended, await tree(repository)])).not.toContain('sk-fedc');
    expect(ended.stdout).toContain('2 words look like API keys and are left out of the file');
    expect(ended.stdout).toContain(`${idOf('acmekey', 2)} is left in the account`);
    expect(await read(repository, 'vocabularies/acmemed.yaml')).toContain('hotwords:\n  - alpha\n');
  });

  it('says of repeats and of white space that an apply corrects them', async () => {
    const repository = await opened([list('acmemed', 1, { vocabulary: words(' alpha', 'beta', 'beta') })]);
    const { notes } = await imported(repository, '--all');
    expect(notes.join('\n')).toContain('1 entry is in the list twice and the same');
    expect(notes.join('\n')).toContain('1 word has white space at an end');
    expect(notes).toContain('A plan of this has 1 step:');
  });
});

describe('import into a configuration', () => {
  const commented = `# our account
version: 1
account: { region: singapore } # the one
# vocabularies, by team
vocabularies:
  # medicine first
  - { name: own, prefix: acmeown, target_model: fun-asr, hotwords: [alpha] } # inline
consumers: []
`;

  it('adds what is new, and leaves every comment and all order as it is', async () => {
    const repository = await opened([list('acmemed', 1), list('acmeown', 2)], {
      'vocab.config.yaml': commented,
    });
    await imported(repository, '--all');
    expect(await read(repository, 'vocab.config.yaml')).toBe(
      commented.replace('# inline\n', '# inline\n  - vocabularies/acmemed.yaml\n'),
    );
    expect(await planned(repository)).toBe(0);
  });

  it.each([
    ['a pattern that finds nothing yet', `${base}vocabularies: [vocabularies/*.yaml] # all\n`],
    ['no vocabularies at all', `${base}# none\n`],
    ['an empty key', `${base}vocabularies:\n`],
    ['an empty list', `${base}vocabularies: []\n`],
  ])('begins with %s', async (_what, text) => {
    const repository = await opened([list('acmemed', 1)], { 'vocab.config.yaml': text });
    await imported(repository, '--all');
    expect(await planned(repository)).toBe(0);
  });

  it('does not touch a configuration whose pattern finds the new files', async () => {
    const text = `${base}vocabularies: [vocabularies/*.yaml] # all\n`;
    const repository = await opened([list('acmemed', 1)], { 'vocab.config.yaml': text });
    const { files } = await imported(repository, '--all');
    expect(files).toContainEqual({ path: 'vocab.config.yaml', action: 'keep', note: null });
    expect(await read(repository, 'vocab.config.yaml')).toBe(text);
  });

  it('writes weights that are not the default of the configuration', async () => {
    const repository = await opened([list('acmemed', 1)], {
      'vocab.config.yaml': `${base}defaults: { weight: 2 }\nvocabularies: []\n`,
    });
    await imported(repository, '--all');
    expect(await read(repository, 'vocabularies/acmemed.yaml')).toContain('{ text: alpha, weight: 4 }');
    expect(await planned(repository)).toBe(0);
  });

  it('widens the line that a model has already by the key it lacks', async () => {
    const repository = await opened([list('acmemed', 1, { vocabulary: [{ text: 'alpha', weight: 7 }] })], {
      'vocab.config.yaml': `${base}vocabularies: []\nmodels:\n  fun-asr: { family: fun-asr, max_hotwords: 9 } # ours\n`,
    });
    await imported(repository, '--all');
    expect(await read(repository, 'vocab.config.yaml')).toContain(
      '  fun-asr: { family: fun-asr, max_hotwords: 9, weights: { min: 1, max: 7 } } # ours\n',
    );
  });

  it('sets aside what a line of the configuration forbids, and does not overwrite the line', async () => {
    const text = `${base}vocabularies: []\nmodels: { fun-asr: { family: fun-asr, weights: { min: 1, max: 5 } } }\n`;
    const repository = await opened([list('acmemed', 1, { vocabulary: [{ text: 'alpha', weight: 7 }] })], {
      'vocab.config.yaml': text,
    });
    const { diagnostics } = await imported(repository, '--all');
    expect(diagnostics).toMatchObject([{ rule: 'weight-out-of-range', severity: 'warning' }]);
    expect(await read(repository, 'vocab.config.yaml')).toBe(text);
  });

  it('takes another name where a vocabulary or a file has it, and says so', async () => {
    const theirs = '# notes of somebody\n';
    const repository = await opened([list('own', 1), list('acmemed', 2)], {
      'vocab.config.yaml': commented.replace('vocabularies:\n', 'vocabularies:\n'),
      'vocabularies/acmemed.yaml': theirs,
    });
    const { notes } = await imported(repository, '--all');
    expect(await read(repository, 'vocabularies/acmemed.yaml')).toBe(theirs);
    expect(await read(repository, 'vocabularies/acmemed-2.yaml')).toContain(
      'name: acmemed-2\nprefix: acmemed\n',
    );
    expect(await read(repository, 'vocabularies/own-2.yaml')).toContain('name: own-2\nprefix: own\n');
    expect(notes.join('\n')).toContain('There is a vocabulary own already');
    expect(notes.join('\n')).toContain('vocabularies/acmemed.yaml is there already and says something else');
  });

  it('goes on with the very files of an import that came no further', async () => {
    const repository = await opened(seven, { 'vocab.config.yaml': `${base}vocabularies: []\n` });
    await imported(repository, '--all');
    await repository.write('vocab.config.yaml', `${base}vocabularies: []\n`);
    const { files } = await imported(repository, '--all');
    expect(files.map(({ action }) => action)).toEqual([
      'keep',
      'keep',
      'keep',
      'keep',
      'keep',
      'keep',
      'change',
    ]);
    expect(await planned(repository)).toBe(0);
  });

  it('works from another folder, with another configuration, in another folder of vocabularies', async () => {
    const repository = await opened([list('acmemed', 1)]);
    const { files, next } = await imported(repository, '--all -c envs/staging.yaml --dir words/lists');
    expect(files.map(({ path }) => path)).toEqual(['envs/words/lists/acmemed.yaml', 'envs/staging.yaml']);
    expect(next).toEqual(['vocabsync plan -c envs/staging.yaml']);
    expect((await repository.vocabsync('plan --detailed-exitcode -c envs/staging.yaml')).code).toBe(0);
  });

  it('leaves a vocabulary alone that is written in the configuration itself', async () => {
    const repository = await opened([list('acmemed', 1)], {
      'vocab.config.yaml': config({ med: ['alpha'] }),
    });
    const { files } = await imported(repository, '--all');
    expect(files).toEqual([{ path: 'vocab.config.yaml', action: 'keep', note: null }]);
  });

  it('leaves lists alone that the configuration has an answer for', async () => {
    const text = `${base}vocabularies:\n  - { name: own, prefix: acmeown, previous_prefixes: [acmewas], target_model: fun-asr, hotwords: [alpha] }\nremoved: [acmebad]\n`;
    const repository = await opened(
      [
        list('acmeown', 1),
        list('acmeown', 2, { target_model: 'fun-asr-realtime' }),
        list('acmewas', 3),
        list('acmebad', 4),
      ],
      { 'vocab.config.yaml': text },
    );
    const { notes } = await imported(repository, '--all');
    expect(await tree(repository)).toEqual({ 'vocab.config.yaml': text });
    expect(notes.join('\n')).toContain(
      `${idOf('acmebad', 4)} is not imported: it is named under \`removed\`.`,
    );
    expect(notes.join('\n')).toContain(`${idOf('acmewas', 3)} is not imported: acmewas is a previous prefix`);
    expect(notes.join('\n')).toContain(
      `${idOf('acmeown', 2)} stays as it is: it has the prefix of a vocabulary and another model`,
    );
  });
});

describe('import again', () => {
  it('changes nothing, also not what a person has edited, and says how the account differs', async () => {
    const repository = await opened(seven);
    await imported(repository, '--all');
    const file = await read(repository, 'vocabularies/acmemed.yaml');
    await repository.write('vocabularies/acmemed.yaml', `${file}  - edited # by hand\n`);
    const before = await tree(repository);
    const { files, notes } = await imported(repository, '--all');
    expect(await tree(repository)).toEqual(before);
    expect(files).toContainEqual({
      path: 'vocabularies/acmemed.yaml',
      action: 'leave',
      note: 'in the configuration; the account has 1 fewer',
    });
    expect(notes.join('\n')).toContain('acmemed@fun-asr: the account holds 1 fewer than its file');
  });

  it('takes what is new in the account', async () => {
    const repository = await opened([list('acmemed', 1)]);
    await imported(repository, '--all');
    await repository.emulator.seed([list('acmenew', 9, { vocabulary: words('new') })]);
    const { files } = await imported(repository, '--all');
    expect(files.map(({ path, action }) => `${action} ${path}`)).toEqual([
      'create vocabularies/acmenew.yaml',
      'leave vocabularies/acmemed.yaml',
      'keep vocab.config.yaml',
    ]);
    expect(await planned(repository)).toBe(0);
  });
});

describe('import of some lists', () => {
  it('takes those of a prefix and those of an id, and says what else there is', async () => {
    const repository = await opened(seven);
    const { files, notes } = await imported(repository, `--prefix acmemed --id ${idOf('acmetwo', 7)}`);
    expect(files.map(({ path }) => path)).toEqual([
      'vocabularies/acmemed.yaml',
      'vocabularies/acmetwo.yaml',
      'vocab.config.yaml',
    ]);
    expect(notes.join('\n')).toContain(`Of no vocabulary yet: ${idOf('acmeold', 6)}`);
    expect(await planned(repository)).toBe(0);
  });

  it('pins the one that is named where another disputes its key, and says what becomes of the other', async () => {
    const repository = await opened(seven);
    const { files, notes } = await imported(repository, `--id ${rivalId}`);
    expect(files.map(({ path }) => path)).toEqual(['vocabularies/acmeriv.yaml', 'vocab.config.yaml']);
    expect(await read(repository, 'vocabularies/acmeriv.yaml')).toContain(`vocabulary_id: [${rivalId}]`);
    expect(notes.join('\n')).toContain(`${idOf('acmeriv', 4)} stays as it is`);
    expect(await planned(repository)).toBe(0);
  });

  it('warns that a list of the same prefix, which is not taken, would go one day', async () => {
    const repository = await opened(seven);
    const { notes } = await imported(repository, `--id ${idOf('acmesup', 2)}`);
    expect(notes.join('\n')).toContain(
      `${idOf('acmesup', 3)} stays as it is: it has the prefix of a vocabulary and another model, and \`vocabsync apply --retire\` would delete it`,
    );
  });

  it.each([
    ['--prefix acmemedd', 'did you mean "acmemed"?'],
    ['--prefix zzz', 'there is acmemed, acmeold'],
    ['--id vocab-none', 'the account holds no list vocab-none'],
  ])('refuses %s, which is not there, and says what is', async (args, said) => {
    const repository = await opened(seven);
    const { code, stderr } = await repository.vocabsync(`import ${args}`);
    expect(stderr).toContain(said);
    expect(code).toBe(3);
    expect(await tree(repository)).toEqual({});
  });

  it('offers at a terminal what no vocabulary has yet', async () => {
    const repository = await opened(seven);
    const prompts = scriptedPrompts([idOf('acmemed', 1)]);
    const { code } = await repository.vocabsync('import', { terminal: true, prompts });
    expect(code).toBe(0);
    expect(prompts.shown).toEqual(['Which lists shall be vocabularies?']);
    expect(Object.keys(await tree(repository))).toEqual(['vocab.config.yaml', 'vocabularies/acmemed.yaml']);
  });

  it('writes nothing when the question is broken off', async () => {
    const repository = await opened(seven);
    const { code } = await repository.vocabsync('import', {
      terminal: true,
      prompts: scriptedPrompts(cancel),
    });
    expect(code).toBe(130);
    expect(await tree(repository)).toEqual({});
  });

  it.each([
    ['import', 'add --all, or --prefix and --id'],
    ['import --all --prefix acmemed', '--all is given beside --prefix or --id'],
    ['import --all --dir ../elsewhere', 'is no folder for vocabularies'],
    ['import --all --dir /tmp', 'is no folder for vocabularies'],
    ['import --all --dir .vocabsync', 'is no folder for vocabularies'],
    ['import --all --dir a*b', 'is no folder for vocabularies'],
  ])('refuses `%s` without anybody to ask', async (args, said) => {
    const repository = await opened(seven);
    const { code, stderr } = await repository.vocabsync(args);
    expect(stderr).toContain(said);
    expect(code).toBe(3);
    expect(await tree(repository)).toEqual({});
  });
});

describe('import --dry-run', () => {
  it('says the same and writes nothing', async () => {
    const repository = await opened(seven);
    const dry = await imported(repository, '--all --dry-run');
    expect(await tree(repository)).toEqual({});
    expect(dry.next).toEqual(['vocabsync import --all']);
    const wet = await imported(repository, '--all');
    expect({ ...dry, dry_run: false, next: wet.next }).toEqual(wet);
  });
});

describe('import that cannot', () => {
  it('writes nothing where the configuration cannot be edited without loss, and says the line to write', async () => {
    const text = `${base}vocabularies: &all\n  - { name: own, prefix: acmeown, target_model: fun-asr, hotwords: [alpha] }\n`;
    const repository = await opened([list('acmemed', 1)], { 'vocab.config.yaml': text });
    const { code, stderr } = await repository.vocabsync('import --all');
    expect(code).toBe(3);
    expect(stderr).toContain('vocab.config.yaml cannot be edited');
    expect(stderr).toContain('under `vocabularies`: - vocabularies/*.yaml');
    expect(await tree(repository)).toEqual({ 'vocab.config.yaml': text });
    await repository.write('vocab.config.yaml', `${text}  - vocabularies/*.yaml\n`);
    await imported(repository, '--all');
    expect(await tree(repository)).toHaveProperty(['vocabularies/acmemed.yaml']);
  });

  it('writes nothing where the configuration has other problems, and shows them', async () => {
    const text = `${base}vocabularies: [vocabularies/*.yaml]\nnamespace: acme\n`;
    const repository = await opened([list('acmemed', 1)], { 'vocab.config.yaml': text });
    const { code, stderr } = await repository.vocabsync('import --all');
    expect(stderr).toContain('prune-missing');
    expect(code).toBe(3);
    expect(repository.emulator.requests).toEqual([]);
  });

  it('shows a pattern that would still find nothing', async () => {
    const text = `${base}vocabularies: [lists/*.yaml]\n`;
    const repository = await opened([list('acmemed', 1)], { 'vocab.config.yaml': text });
    const { code, stderr } = await repository.vocabsync('import --all');
    expect(stderr).toContain('pattern-without-match');
    expect(stderr).toContain('name its folder with --dir');
    expect(code).toBe(3);
    await imported(repository, '--all --dir lists');
    expect(await planned(repository)).toBe(0);
  });

  it('removes what it has made when a file cannot be written', async () => {
    const repository = await opened(seven, { 'vocabularies/set-aside': 'a file where a folder must be\n' });
    const before = await tree(repository);
    const { code, stderr } = await repository.vocabsync('import --all');
    expect(stderr).toContain('file-unwritable');
    expect(code).toBe(3);
    expect(await tree(repository)).toEqual(before);
    expect((await stat(repository.directory)).isDirectory()).toBe(true);
  });

  it('writes nothing when somebody changes the configuration while the question stands', async () => {
    const repository = await opened(seven, { 'vocab.config.yaml': `${base}vocabularies: []\n` });
    const scripted = scriptedPrompts([idOf('acmemed', 1)]);
    const prompts: Prompts = {
      ...scripted,
      multiselect: async (question) => {
        await repository.write('vocab.config.yaml', `${base}vocabularies: [] # theirs\n`);
        return scripted.multiselect(question);
      },
    };
    const { code, stderr } = await repository.vocabsync('import', { terminal: true, prompts });
    expect(stderr).toContain('vocab.config.yaml has changed since it was read; nothing was written');
    expect(code).toBe(5);
    expect(await tree(repository)).toEqual({ 'vocab.config.yaml': `${base}vocabularies: [] # theirs\n` });
  });

  it('follows no link out of the folder', async () => {
    const repository = await opened([list('acmemed', 1)]);
    const outside = await temporaryFolder();
    await symlink(outside, join(repository.directory, 'vocabularies'));
    const { code, stderr } = await repository.vocabsync('import --all');
    expect(stderr).toContain('a link leads out of the folder');
    expect(code).toBe(3);
    expect(await readdir(outside)).toEqual([]);
    expect(await tree(repository)).toEqual({});
  });

  it('changes the file behind a link that the configuration is, and not the link', async () => {
    const repository = await opened([list('acmemed', 1)], { 'real.yaml': `${base}vocabularies: []\n` });
    const link = join(repository.directory, 'vocab.config.yaml');
    await symlink('real.yaml', link);
    await imported(repository, '--all');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await read(repository, 'real.yaml')).toContain('vocabularies: [vocabularies/acmemed.yaml]');
  });

  it('refuses a region that the configuration does not say', async () => {
    const repository = await opened([], { 'vocab.config.yaml': `${base}vocabularies: []\n` });
    const { code, stderr } = await repository.vocabsync('import --all --region beijing');
    expect(stderr).toContain('--region beijing is for a new configuration');
    expect(code).toBe(3);
  });

  it('says how to go on without a key', async () => {
    const repository = await opened([]);
    const env = { DASHSCOPE_API_KEY: '' };
    const { code, stderr } = await repository.vocabsync('import --all', { env });
    expect(code).toBe(7);
    expect(stderr).toContain('--endpoint emulator');
    // That there is no configuration yet is the beginning of an import, and no error.
    expect(stderr).not.toContain('config-missing');
  });
});

describe('an account that is hostile', () => {
  it('names no file by an id that is none, and prints nothing that could be a command', async () => {
    const repository = await opened([
      list('acmemed', 1),
      { ...list('../../etc', 2), vocabulary_id: 'vocab-../../etc/passwd-0123' },
      { ...list('x', 3), vocabulary_id: `vocab-acmebig-${'0'.repeat(300)}` },
      list('acmecmd', 4, {
        vocabulary: words('::error::x', '##[x]y'),
        target_model: '::set-output::\u001b[31m',
      }),
    ]);
    const { stdout, code } = await repository.vocabsync('import --all');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^::|\u001b\[31m/m);
    expect(stdout).toContain(
      'vocab-../../etc/passwd-0123 is not imported: its id is none that a configuration can name',
    );
    expect(Object.keys(await tree(repository))).toEqual([
      'vocab.config.yaml',
      'vocabularies/acmemed.yaml',
      `vocabularies/set-aside/${idOf('acmecmd', 4)}.yaml`,
    ]);
    expect(await planned(repository)).toBe(0);
  });
});
