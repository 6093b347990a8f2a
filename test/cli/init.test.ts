import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VocabError } from '../../src/model/errors.js';
import { git } from '../action/git-history.js';
import { runCli } from '../support/cli.js';
import { cancel, enter, type Reaction, scriptedPrompts } from '../support/prompts.js';
import { temporaryFolder, writeInto } from '../support/world.js';
import { answeringWith } from './answering-with.js';
import { key, openRepository } from './repository.js';

/** What is in a folder, without what git keeps there. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((item) => item.isFile() || item.isSymbolicLink())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .filter((file) => !file.startsWith('.git/') && !file.startsWith('.vocabsync/'))
    .sort();
}

async function emptyFolder(name: string): Promise<string> {
  const folder = join(await temporaryFolder(), name);
  await mkdir(folder);
  return folder;
}

const textOf = (folder: string, file: string) => readFile(join(folder, file), 'utf8');
const init = (cwd: string, ...args: string[]) => runCli(['init', ...args], { cwd });

describe('with --yes, init', () => {
  it('writes what an account begins with, and it is valid', async () => {
    const cwd = await emptyFolder('acme-health');
    const { code, stdout, stderr } = await init(cwd, '--yes');
    expect([code, stderr]).toEqual([0, '']);
    expect(await filesIn(cwd)).toEqual(['.gitignore', 'vocab.config.yaml', 'vocabularies/general.yaml']);
    expect(stdout).toContain('$ vocabsync plan --endpoint emulator');
    const validated = await runCli(['validate'], { cwd });
    expect(validated).toMatchObject({ code: 0, stdout: 'Valid for production: 1 list with 2 hotwords\n' });
    expect(await textOf(cwd, '.gitignore')).toMatch(/^\.vocabsync\/$/m);
  });

  it('says which region it took, as the hosts of the vendor differ', async () => {
    expect((await init(await emptyFolder('acme'), '--yes')).stdout).toContain(
      'singapore was taken for the region',
    );
    const said = await init(await emptyFolder('acme'), '--yes', '--region', 'beijing');
    expect(said.stdout).not.toContain('was taken for the region');
  });

  it('takes the region that programs of the vendor are told to use', async () => {
    const cwd = await emptyFolder('acme');
    const env = { DASHSCOPE_HTTP_BASE_URL: 'https://dashscope.aliyuncs.com/api/v1' };
    expect((await runCli(['init', '--yes'], { cwd, env })).stdout).toContain(
      'beijing was taken for the region',
    );
    expect(parse(await textOf(cwd, 'vocab.config.yaml')).account.region).toBe('beijing');
  });

  it.each([
    ['acme-health', 'acme'],
    ['AcmeHealthcareGroup', 'acmehe'],
    ['my-words', 'mywords'.slice(0, 6)],
    ['Café', 'cafe'],
    ['语音识别', 'vocab'],
    ['ab', 'vocab'],
    ['2027', '2027'],
  ])('makes of the folder %s the namespace %s', async (folder, namespace) => {
    const cwd = await emptyFolder(folder);
    expect((await init(cwd, '--yes')).code).toBe(0);
    expect(parse(await textOf(cwd, 'vocab.config.yaml')).namespace).toBe(namespace);
    const { prefix } = parse(await textOf(cwd, 'vocabularies/general.yaml'));
    expect(prefix).toMatch(new RegExp(`^${namespace}[a-z0-9]{1,6}$`));
    expect(prefix.length).toBeLessThanOrEqual(9);
    const { code, stdout } = await runCli(['validate'], { cwd });
    expect([code, stdout]).toEqual([0, 'Valid for production: 1 list with 2 hotwords\n']);
  });

  it('shows in comments what comes next, and it is valid too once it is no comment', async () => {
    const cwd = await emptyFolder('acme');
    await init(cwd, '--yes', '--name', 'ward-3');
    const text = await textOf(cwd, 'vocab.config.yaml');
    const opened = text.replace(/^# (consumers:|outputs:|evaluations:| {2}- \{)/gm, '$1');
    expect(opened).not.toBe(text);
    await writeFile(join(cwd, 'vocab.config.yaml'), opened);
    expect(await runCli(['validate'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const { consumers, outputs, evaluations } = parse(opened);
    expect([consumers[0].vocabulary, outputs[0].path]).toEqual(['ward-3', 'build/vocabularies.json']);
    expect(evaluations[0].consumer).toBe(consumers[0].name);
    const comment = await textOf(cwd, 'vocabularies/ward-3.yaml');
    await writeFile(
      join(cwd, 'vocabularies/ward-3.yaml'),
      `${comment}${/^# ( *- \{.*)$/m.exec(comment)![1]!.replace(/^ */, '  ')}\n`,
    );
    expect((await runCli(['validate'], { cwd })).stdout).toContain('1 list with 3 hotwords');
  });

  it('leads to a plan and an apply without another word', async () => {
    const cwd = await emptyFolder('acme');
    await init(cwd, '--yes');
    const env = { VOCABSYNC_ENDPOINT: 'emulator' };
    expect((await runCli(['apply', '--yes'], { cwd, env })).code).toBe(0);
    expect((await runCli(['plan', '--detailed-exitcode'], { cwd, env })).code).toBe(0);
  });
});

describe('from flags, init', () => {
  const all = ['--region', 'beijing', '--account', '生产', '--namespace', 'ward', '--model', 'paraformer-v2'];

  it('takes each of them, and asks nobody', async () => {
    const cwd = await emptyFolder('x');
    const { code, stderr } = await init(
      cwd,
      ...all,
      '--name',
      'Cardio.1',
      '--word',
      '窦性心律',
      '--word',
      'Acme, Inc',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(parse(await textOf(cwd, 'vocab.config.yaml'))).toMatchObject({
      account: { name: '生产', region: 'beijing' },
      namespace: 'ward',
      prune: false,
      defaults: { target_model: 'paraformer-v2' },
    });
    expect(parse(await textOf(cwd, 'vocabularies/Cardio.1.yaml'))).toEqual({
      name: 'Cardio.1',
      prefix: 'wardcardi',
      target_model: 'paraformer-v2',
      hotwords: ['窦性心律', 'Acme, Inc'],
    });
  });

  it('keeps every awkward word as it is', async () => {
    const cwd = await emptyFolder('acme');
    const words = [
      '是',
      'on',
      'null',
      '1e3',
      '- dash',
      'a: b',
      "it's #1",
      '"quoted"',
      '🙂',
      'colon:',
      '007',
      '0x1f',
      '~',
      '{a}',
      '%x',
      '@y',
      '`z`',
      'a  b',
    ];
    const { code } = await init(cwd, '--yes', ...words.flatMap((word) => ['--word', word]));
    expect(code).toBe(0);
    const { hotwords } = parse(await textOf(cwd, 'vocabularies/general.yaml'), { version: '1.1' });
    expect(hotwords).toEqual(words);
    const { stdout } = await runCli(['validate', '--format', 'json'], { cwd });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, unknown>[] };
    const found = diagnostics.map(({ rule, line }) => [rule, line]);
    // The two that nobody can say.
    expect(found).toEqual([
      ['hotword-letterless', 16],
      ['hotword-letterless', 20],
    ]);
  });

  it('names all that is missing where nobody can be asked', async () => {
    const cwd = await emptyFolder('语音');
    const { code, stderr } = await init(cwd);
    expect(code).toBe(3);
    expect(stderr).toContain('does not say --region and --namespace');
    expect(stderr).toContain('--yes for the defaults');
    expect(await filesIn(cwd)).toEqual([]);
    expect((await init(cwd, '--region', 'singapore', '--namespace', 'acme')).code).toBe(0);
  });

  it.each([
    ['--namespace', 'Ac', '--namespace "Ac" must be 3 to 8 of a-z and 0-9'],
    ['--namespace', 'acmehealth', '3 to 8 of a-z and 0-9'],
    ['--account', 'a\nb', '--account "a\\\\u{A}b" must be 1 to 63 letters'],
    ['--name', '../up', '--name "../up" must be'],
    ['--name', '医疗', '--name "医疗" must be'],
    ['--name', 'a/b', 'must be 1 to 63 letters of ASCII'],
    ['--model', 'fun-asr-realtine', 'did you mean "fun-asr-realtime"?'],
    ['--model', 'paraformer-v2', 'is not offered in singapore'],
    ['--dir', '.git/x', 'belongs to git or to vocabsync'],
    ['--dir', 'a/.vocabsync', 'belongs to git or to vocabsync'],
    ['--word', 'one two three four five six seven eight', 'nothing was written'],
    ['--word', '', 'nothing was written'],
    ['--word', 'a\u202eb', 'nothing was written'],
    ['--word', key, 'nothing was written'],
    ['--endpoint', 'http://example.com', 'clear text'],
  ])('refuses %s %j, and writes nothing', async (flag, value, said) => {
    const cwd = await emptyFolder('acme');
    const env = { DASHSCOPE_API_KEY: 'sk-1234567890abcdef1234567890abcdef' };
    const { code, stderr, stdout } = await runCli(['init', '--yes', flag, value], { cwd, env });
    expect(code).toBe(3);
    expect(stderr).toContain(said);
    expect(stderr + stdout).not.toContain(key);
    expect(await filesIn(cwd)).toEqual([]);
  });

  it('says everything that is wrong with the flags at once', async () => {
    const { stderr } = await init(await emptyFolder('acme'), '--yes', '--namespace', 'X', '--name', '/');
    expect(stderr).toMatch(/--namespace "X".*--name "\/"/);
  });

  it('makes the folder of --dir, and says the next command for it', async () => {
    const cwd = await emptyFolder('acme');
    const { code, stdout } = await init(cwd, '--yes', '--dir', "voice/it's");
    expect(code).toBe(0);
    expect(stdout).toContain("$ vocabsync plan -c 'voice/it'\\''s/vocab.config.yaml' --endpoint emulator");
    expect(await filesIn(cwd)).toEqual(
      ['.gitignore', 'vocab.config.yaml', 'vocabularies/general.yaml'].map((file) => `voice/it's/${file}`),
    );
  });

  it('prints a document that names the files', async () => {
    const cwd = await emptyFolder('acme');
    const { stdout } = await init(cwd, '--yes', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'init',
      account: { name: 'production', config: 'vocab.config.yaml' },
      dry_run: false,
      files: [
        { path: 'vocab.config.yaml', action: 'create' },
        { path: 'vocabularies/general.yaml', action: 'create' },
        { path: '.gitignore', action: 'create' },
      ],
      diagnostics: [],
      next: ['vocabsync plan --endpoint emulator'],
    });
  });
});

describe('what is there', () => {
  it.each(['vocab.config.yaml', 'vocabularies/general.yaml'])('is not overwritten: %s', async (file) => {
    const cwd = await emptyFolder('acme');
    await writeInto(cwd, file, 'mine');
    const { code, stderr } = await init(cwd, '--yes');
    expect(code).toBe(3);
    expect(stderr).toContain(`${file} is there already; nothing was written`);
    expect(await filesIn(cwd)).toEqual([file]);
    expect(await textOf(cwd, file)).toBe('mine');
  });

  it('is not overwritten through a link that leads nowhere', async () => {
    const cwd = await emptyFolder('acme');
    await symlink('../elsewhere.yaml', join(cwd, 'vocab.config.yaml'));
    expect((await init(cwd, '--yes')).stderr).toContain('vocab.config.yaml is there already');
    expect(await filesIn(cwd)).toEqual(['vocab.config.yaml']);
  });

  it('is all named', async () => {
    const cwd = await emptyFolder('acme');
    await writeInto(cwd, '.github/workflows/vocabulary-apply.yml', 'mine');
    await writeInto(cwd, 'vocabularies/general.yaml', 'mine');
    const { stderr } = await init(cwd, '--yes', '--ci', 'github');
    expect(stderr).toContain(
      'vocabularies/general.yaml, .github/workflows/vocabulary-apply.yml are there already',
    );
    expect(stderr).toContain('--ci none');
  });

  it('keeps its lines in .gitignore, and gets ours after them', async () => {
    const cwd = await emptyFolder('acme');
    await writeInto(cwd, '.gitignore', 'node_modules\r\n*.log');
    await chmod(join(cwd, '.gitignore'), 0o640);
    const { stdout } = await init(cwd, '--yes');
    expect(stdout).toMatch(/~ \.gitignore +changed/);
    expect(await textOf(cwd, '.gitignore')).toMatch(
      /^node_modules\r\n\*\.log\r\n\r\n#[^\n]*\r\n\.vocabsync\/\r\n$/,
    );
    expect((await stat(join(cwd, '.gitignore'))).mode & 0o777).toBe(0o640);
  });

  it.each(['.vocabsync', '/.vocabsync/', '**/.vocabsync/', '.vocabsync/**', '!.vocabsync/'])(
    'speaks of our folder in .gitignore already: %s',
    async (line) => {
      const cwd = await emptyFolder('acme');
      await writeInto(cwd, '.gitignore', `a\n${line}\n`);
      expect((await init(cwd, '--yes')).stdout).toMatch(/= \.gitignore +unchanged/);
      expect(await textOf(cwd, '.gitignore')).toBe(`a\n${line}\n`);
    },
  );

  it('leaves a .gitignore alone that is a link, a folder, or not UTF-8', async () => {
    const [linked, folder, latin] = [
      await emptyFolder('acme'),
      await emptyFolder('acme'),
      await emptyFolder('acme'),
    ];
    await writeInto(linked, 'other', 'x\n');
    await symlink('other', join(linked, '.gitignore'));
    await mkdir(join(folder, '.gitignore'));
    await writeInto(latin, '.gitignore', Uint8Array.of(0xe9, 0x0a));
    for (const cwd of [linked, folder, latin]) {
      const { code, stdout } = await init(cwd, '--yes');
      expect(code).toBe(0);
      expect(stdout).toMatch(/= \.gitignore +left alone: .*: add \.vocabsync\/ yourself/);
    }
    expect(await textOf(linked, 'other')).toBe('x\n');
    expect(await readFile(join(latin, '.gitignore'))).toEqual(Buffer.of(0xe9, 0x0a));
  });

  it('is shown with what is wrong with it, where the new configuration takes it in', async () => {
    const cwd = await emptyFolder('acme');
    await writeInto(cwd, 'vocabularies/old.yaml', 'name: old\nwords: []\n');
    const { code, stdout } = await init(cwd, '--yes');
    expect(code).toBe(3);
    expect(stdout).toContain('vocabularies/old.yaml:');
    expect(await filesIn(cwd)).toContain('vocab.config.yaml');
    // No plan gets past it.
    expect(stdout).toMatch(/Next:\n {2}\$ vocabsync validate\n$/);
  });

  it('does not let a folder that is a link lead out of the repository', async () => {
    const outside = await emptyFolder('outside');
    const cwd = await emptyFolder('acme');
    await symlink(outside, join(cwd, 'vocabularies'));
    const { code, stderr } = await init(cwd, '--yes');
    expect([code, await filesIn(outside)]).toEqual([3, []]);
    expect(stderr).toContain('cannot write vocabularies');
    expect(await filesIn(cwd)).toEqual(['vocabularies']);
  });
});

describe('in a repository', () => {
  async function repository(...commands: readonly (readonly string[])[]): Promise<string> {
    const cwd = await emptyFolder('acme');
    git(cwd, 'init', '--quiet', '--initial-branch=main');
    for (const command of commands) git(cwd, ...command);
    return cwd;
  }

  const github = ['pull-request', 'apply', 'drift'].map((name) => `.github/workflows/vocabulary-${name}.yml`);

  it.each([
    ['nobody knows where', [], github],
    ['GitHub', [['remote', 'add', 'origin', 'git@github.com:acme/words.git']], github],
    [
      'GitLab',
      [['remote', 'add', 'origin', 'https://gitlab.com/acme/words.git']],
      ['.gitlab-ci.yml', 'vocabulary.gitlab-ci.yml'],
    ],
    ['another host', [['remote', 'add', 'origin', 'https://codeup.aliyun.com/acme/words.git']], []],
  ] as const)('that is at %s, it writes the workflows for that', async (_where, commands, expected) => {
    const cwd = await repository(...commands);
    expect((await init(cwd, '--yes')).code).toBe(0);
    const own = ['.gitignore', 'vocab.config.yaml', 'vocabularies/general.yaml'];
    expect(await filesIn(cwd)).toEqual([...own, ...expected].sort());
  });

  it('applies what is merged into its main branch', async () => {
    const cwd = await repository(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk']);
    await init(cwd, '--yes');
    const apply = await textOf(cwd, github[1]!);
    expect(parse(apply).on.push.branches).toEqual(['trunk']);
    expect(apply).toContain("github.ref == 'refs/heads/trunk'");
  });

  it('writes them at its root for a configuration in a folder, with the paths of that', async () => {
    const cwd = await repository();
    await mkdir(join(cwd, 'speech team'));
    const { code, stdout } = await runCli(['init', '--yes'], { cwd: join(cwd, 'speech team') });
    expect(code).toBe(0);
    expect(stdout).toContain('+ ../.github/workflows/vocabulary-apply.yml');
    expect(await filesIn(cwd)).toEqual([
      ...github.toSorted(),
      'speech team/.gitignore',
      'speech team/vocab.config.yaml',
      'speech team/vocabularies/general.yaml',
    ]);
    for (const file of github) {
      const { on, jobs } = parse(await textOf(cwd, file));
      expect([undefined, ['speech team/vocab.config.yaml', 'speech team/vocabularies/**']]).toContainEqual(
        (on.pull_request ?? on.push)?.paths,
      );
      for (const { steps } of Object.values<{ steps: { uses?: string; with?: object }[] }>(jobs)) {
        const step = steps.find(({ uses }) => uses?.startsWith('vocabsync/'));
        expect(step!.with).toMatchObject({ config: 'speech team/vocab.config.yaml' });
      }
    }
  });

  it('leaves a pipeline alone that is there, and says what to add to it', async () => {
    const cwd = await repository();
    await writeInto(cwd, '.gitlab-ci.yml', 'test:\n  script: [make]\n');
    const { code, stdout } = await init(cwd, '--yes');
    expect(code).toBe(0);
    expect(stdout).toMatch(/= \.gitlab-ci\.yml +left alone: .*vocabulary\.gitlab-ci\.yml/);
    expect(await textOf(cwd, '.gitlab-ci.yml')).toBe('test:\n  script: [make]\n');
    expect(await filesIn(cwd)).toContain('vocabulary.gitlab-ci.yml');
  });

  it('refuses workflows for a folder that would mean something in them', async () => {
    const cwd = await repository();
    await mkdir(join(cwd, 'a*b'));
    const at = join(cwd, 'a*b');
    expect((await init(at, '--yes', '--ci', 'github')).stderr).toContain(
      '--ci github cannot name the folder a*b',
    );
    expect((await init(at, '--yes')).code).toBe(0);
    expect(await filesIn(cwd)).not.toContain(github[0]);
  });

  it('finds the repository of a linked work tree', async () => {
    const cwd = await repository(
      ['remote', 'add', 'origin', 'https://gitlab.com/acme/words.git'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '-m', 'x'],
      ['worktree', 'add', '--quiet', '../linked'],
    );
    await init(join(cwd, '../linked'), '--yes');
    expect(await filesIn(join(cwd, '../linked'))).toContain('vocabulary.gitlab-ci.yml');
  });
});

describe('at a terminal, init', () => {
  async function asked(reactions: readonly Reaction[], args: readonly string[] = [], files = {}) {
    const repository = await openRepository(files);
    const prompts = scriptedPrompts(...reactions);
    const env = { DASHSCOPE_API_KEY: '' };
    const ended = await repository.vocabsync(['init', ...args], { terminal: true, prompts, env });
    return { ...ended, shown: prompts.shown, directory: repository.directory };
  }

  it('asks what the flags do not say, and takes the answers', async () => {
    const { code, directory, shown, stdout } = await asked([
      'beijing',
      'staging',
      'acme',
      'paraformer-v2',
      'medical',
      '心律， Acme Health、瘘',
      'github',
    ]);
    expect(code).toBe(0);
    expect(shown).toHaveLength(7);
    expect(stdout).not.toContain('was taken for the region');
    expect(parse(await textOf(directory, 'vocab.config.yaml'))).toMatchObject({
      account: { name: 'staging', region: 'beijing' },
      namespace: 'acme',
      defaults: { target_model: 'paraformer-v2' },
    });
    const { hotwords, prefix } = parse(await textOf(directory, 'vocabularies/medical.yaml'));
    expect({ hotwords, prefix }).toEqual({ hotwords: ['心律', 'Acme Health', '瘘'], prefix: 'acmemedic' });
    expect(await filesIn(directory)).toContain('.github/workflows/vocabulary-apply.yml');
  });

  it('asks nothing that a flag says', async () => {
    const flags =
      '--region beijing --account a --namespace acme --model paraformer-v2 --name n --word w --ci none';
    expect((await asked([], flags.split(' '))).code).toBe(0);
  });

  it('asks nothing with --yes', async () => {
    expect((await asked([], ['--yes'])).code).toBe(0);
  });

  it('asks again for what cannot be, and says why', async () => {
    const { code, shown, directory } = await asked([
      enter,
      '',
      'production',
      'ACME',
      'acme',
      enter,
      'x/y',
      'x',
      '一二三四五六七八九十一二三四五六, b',
      'b',
      enter,
    ]);
    expect(code).toBe(0);
    expect(shown.filter((line) => /must be|characters/i.test(line))).toHaveLength(4);
    expect(parse(await textOf(directory, 'vocabularies/x.yaml')).hotwords).toEqual(['b']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('writes nothing when somebody breaks off at question %i', async (at) => {
    const { code, stderr, directory } = await asked([
      ...Array.from({ length: at }, (): Reaction => enter),
      cancel,
    ]);
    expect([code, await filesIn(directory)]).toEqual([130, []]);
    expect(stderr).toContain('nothing was written');
  });

  it('asks nothing where there is a configuration already', async () => {
    const { code, shown } = await asked([], [], { 'vocab.config.yaml': 'x' });
    expect([code, shown]).toEqual([3, []]);
  });
});

describe('where there is a key, init', () => {
  const words = [{ text: 'alpha', weight: 4 }];
  const lists = [
    { prefix: 'acmegener', target_model: 'fun-asr', hotwords: words },
    { prefix: 'other', target_model: 'fun-asr', hotwords: words },
  ];

  async function account(seed = lists) {
    const repository = await openRepository({});
    await repository.emulator.seed(seed as never);
    return repository;
  }

  it('says how many lists the account holds, and leads to import in the place of made-up words', async () => {
    const { vocabsync, directory, writes } = await account();
    const { code, stdout } = await vocabsync('init --yes --namespace acme');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'the account holds 2 lists: `vocabsync import --all` makes vocabularies of them',
    );
    expect(stdout).toContain('some of its lists begin with acme');
    expect(stdout).toMatch(/\$ vocabsync import --all\n {2}\$ vocabsync plan\n$/);
    expect(await filesIn(directory)).toEqual(['.gitignore', 'vocab.config.yaml']);
    expect(writes()).toEqual([]);
  });

  it('takes for the namespace how the prefixes of all its lists begin', async () => {
    const { vocabsync, directory } = await account([
      { prefix: 'acmemed', target_model: 'fun-asr', hotwords: words },
      { prefix: 'acmesup', target_model: 'fun-asr', hotwords: words },
    ]);
    await vocabsync('init --yes');
    expect(parse(await textOf(directory, 'vocab.config.yaml')).namespace).toBe('acme');
  });

  it('writes words that are given all the same, under a prefix that no list has', async () => {
    const { vocabsync, directory } = await account();
    await vocabsync('init --yes --namespace acme --word alpha');
    expect(parse(await textOf(directory, 'vocabularies/general.yaml')).prefix).toBe('acmegene2');
  });

  it('lets somebody choose between the lists and a new vocabulary', async () => {
    const flags = 'init --region singapore --account a --namespace acme --model fun-asr --ci none';
    const one = await account(lists.slice(0, 1));
    const prompts = scriptedPrompts('import');
    await one.vocabsync(flags, { terminal: true, prompts });
    expect(prompts.shown).toEqual(['The account holds 1 list. What do you begin with?']);
    expect(await filesIn(one.directory)).toEqual(['.gitignore', 'vocab.config.yaml']);
    const two = await account();
    await two.vocabsync(flags, { terminal: true, prompts: scriptedPrompts('words', 'new', 'beta') });
    expect(await filesIn(two.directory)).toContain('vocabularies/new.yaml');
  });

  it('says nothing of lists where there are none', async () => {
    const { vocabsync } = await account([]);
    const { stdout } = await vocabsync('init --yes');
    expect(stdout).not.toContain('import');
    expect(stdout).toContain('$ vocabsync plan\n');
  });

  it('repeats an endpoint of the command line for the next command', async () => {
    const { vocabsync, base_url } = await account();
    const { stdout } = await vocabsync(['init', '--yes', '--endpoint', base_url], {
      env: { VOCABSYNC_ENDPOINT: '' },
    });
    expect(stdout).toContain(`$ vocabsync import --all --endpoint ${base_url}\n`);
  });

  it('looks at the emulator without leaving anything behind', async () => {
    const cwd = await emptyFolder('acme');
    const { code, stdout } = await init(cwd, '--yes', '--endpoint', 'emulator');
    expect(code).toBe(0);
    expect(stdout).toContain('$ vocabsync plan --endpoint emulator\n');
    expect((await readdir(cwd)).sort()).toEqual(['.gitignore', 'vocab.config.yaml', 'vocabularies']);
  });

  it('writes all the same when the account cannot be looked at, and never the key', async () => {
    const cwd = await emptyFolder('acme');
    const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = await runCli(['init', '--yes'], { cwd, env });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('the account could not be looked at: ');
    for (const file of await filesIn(cwd)) expect(await textOf(cwd, file)).not.toContain(key);
    expect(stdout).not.toContain(key);
  });

  it('says of a key that is refused that it may be of the other region', async () => {
    const refused = (sent: string) =>
      JSON.stringify({ code: 'InvalidApiKey', message: `no such key: ${sent}` });
    const { base_url } = await answeringWith((sent) => ({ status: 401, body: refused(sent) }));
    const env = { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: base_url };
    const { code, stdout } = await runCli(['init', '--yes'], { cwd: await emptyFolder('acme'), env });
    expect(code).toBe(0);
    expect(stdout).toContain('a key works in one region only, and this is singapore');
    expect(stdout).not.toContain(key);
  });

  it('ends when somebody interrupts the look, and writes nothing', async () => {
    const { vocabsync, directory } = await account();
    const interruption = AbortSignal.abort(new VocabError('interrupted', 'interrupted'));
    expect((await vocabsync('init --yes', { interruption })).code).toBe(130);
    expect(await filesIn(directory)).toEqual([]);
  });
});
