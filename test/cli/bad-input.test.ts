import { execFileSync } from 'node:child_process';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

/** A configuration around lines of its own; what they leave out is right. */
function configWith({ head = '', vocabularies = '' }: { head?: string; vocabularies?: string }): string {
  const list =
    vocabularies || '  - { name: medical, prefix: acmemed, target_model: fun-asr, hotwords: [alpha] }\n';
  return `version: 1\naccount: { region: singapore }\n${head}vocabularies:\n${list}`;
}

const including = (include: string) =>
  configWith({
    vocabularies: `  - { name: medical, prefix: acmemed, target_model: fun-asr, include: [${include}] }\n`,
  });

/** 心房颤动 in GBK. */
const gbk = Uint8Array.of(0xd0, 0xc4, 0xb7, 0xbf, 0xb2, 0xfc, 0xb6, 0xaf, 0x0a);

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
vocabularies: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
`;

interface Case {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Names in the folder, and what they lead to in a folder beside it that holds common.txt. */
  readonly links?: Readonly<Record<string, string>>;
  /** In the message, or the rule in brackets. */
  readonly says: string;
  readonly at: string;
}

const main = 'vocab.config.yaml';
const cases: readonly Case[] = [
  { what: 'a YAML bomb', files: { [main]: bomb }, says: 'alias', at: `${main}:` },
  {
    what: '5,000 nested brackets',
    files: { [main]: `version: 1\nx: ${'['.repeat(5000)}${']'.repeat(5000)}\n` },
    says: 'nested',
    at: `${main}:2:`,
  },
  { what: 'an empty file', files: { [main]: '' }, says: 'empty', at: `${main}:1:1` },
  { what: 'a scalar', files: { [main]: 'vocabularies\n' }, says: 'mapping', at: `${main}:1:1` },
  {
    what: 'an unknown key',
    files: { [main]: configWith({ head: 'vocabulary: medical\n' }) },
    says: '"vocabulary"',
    at: `${main}:3:1`,
  },
  {
    what: 'an unknown key of an entry',
    files: {
      [main]: configWith({
        vocabularies:
          '  - { name: m, prefix: acmemed, target_model: fun-asr, hotwords: [{ text: a, wieght: 5 }] }\n',
      }),
    },
    says: '"wieght"',
    at: `${main}:4:78`,
  },
  {
    what: 'a key literal',
    files: { [main]: configWith({ head: 'api_key: sk-0123456789abcdef0123456789abcdef\n' }) },
    says: '[key-in-config]',
    at: `${main}:3:10`,
  },
  {
    what: 'a version from the future',
    files: { [main]: 'version: 2\nlists: []\n' },
    says: 'version 2',
    at: `${main}:1:10`,
  },
  {
    what: '__proto__',
    files: { [main]: configWith({ head: '__proto__: { namespace: acme, prune: true }\n' }) },
    says: '"__proto__"',
    at: `${main}:3:1`,
  },
  {
    what: 'a key that is written twice',
    files: { [main]: configWith({ head: 'account: { region: beijing }\n' }) },
    says: 'account',
    at: `${main}:3:1`,
  },
  {
    what: 'a tag of its own',
    files: { [main]: configWith({ head: 'namespace: !!js/function "acme"\n' }) },
    says: 'tag',
    at: `${main}:3:`,
  },
  {
    what: 'a glob that matches nothing',
    files: { [main]: configWith({ vocabularies: '  - lists/*.yaml\n' }) },
    says: 'lists/*.yaml',
    at: `${main}:4:5`,
  },
  {
    what: 'a namespace without prune',
    files: { [main]: configWith({ head: 'namespace: acme\n' }) },
    says: 'prune',
    at: `${main}:3:`,
  },
  {
    what: 'an include outside of the folder',
    files: { [main]: including('../words.txt') },
    says: '../words.txt',
    at: `${main}:4:`,
  },
  {
    what: 'an include by its absolute path',
    files: { [main]: including('/etc/hostname') },
    says: '/etc/hostname',
    at: `${main}:4:`,
  },
  {
    what: 'an include that is not there',
    files: { [main]: including('words.txt') },
    says: 'words.txt',
    at: `${main}:4:`,
  },
  {
    what: 'a CSV with a missing column',
    files: { [main]: including('words.csv'), 'words.csv': 'text,wait\nalpha,4\n' },
    says: '"wait"',
    at: 'words.csv:1:',
  },
  {
    what: 'a CSV without its text column',
    files: { [main]: including('words.csv'), 'words.csv': 'word,weight\nalpha,4\n' },
    says: 'text',
    at: 'words.csv:1:',
  },
  {
    what: 'text in GBK',
    files: { [main]: including('words.txt'), 'words.txt': gbk },
    says: 'iconv -f GB18030 -t UTF-8 words.txt',
    at: 'words.txt:1:1',
  },
  {
    what: 'text with a NUL in it',
    files: { [main]: including('words.txt'), 'words.txt': 'alpha\0beta\n' },
    says: 'NUL',
    at: 'words.txt:1:6',
  },
  {
    what: 'JSON that is broken',
    files: { [main]: including('words.json'), 'words.json': '[\n  { "text": "alpha" \n' },
    says: 'words.json',
    at: 'words.json:3:1',
  },
  {
    what: 'an include that is a link out of the folder',
    files: { [main]: including('words.txt') },
    links: { 'words.txt': 'common.txt' },
    says: 'words.txt is, or lies behind, a link that leads out of the git work tree',
    at: `${main}:4:`,
  },
  {
    what: 'an include behind a link out of the folder',
    files: { [main]: including('words/common.txt') },
    links: { words: '.' },
    says: 'words/common.txt is, or lies behind, a link that leads out of the git work tree',
    at: `${main}:4:`,
  },
];

it.each(cases.map((each) => [each.what, each] as const))(
  '%s is told with its place, and nothing happens',
  async (_, { files, links = {}, says, at }) => {
    const repository = await openRepository(files);
    await linkOut(repository, links);
    const { told, ...rest } = await tryEverything(repository);
    expect(rest).toEqual({ codes: [3, 3, 3], stdout: '', requests: 0, left: [] });
    for (const text of told) {
      expect(text).toMatch(/^error\[/);
      expect(text).toContain(says);
      expect(text).toContain(` --> ${at}`);
      expect(text).not.toMatch(/^ +at .+:\d+/m);
    }
  },
);

it('a byte-order mark is no fault', async () => {
  const repository = await openRepository({
    [main]: `\ufeff${including('words.csv')}`,
    'words.csv': '\ufefftext,weight,lang\n心房颤动,5,zh\n',
  });
  const { code, stdout } = await repository.vocabsync('plan');
  expect(stdout).toContain('+ 心房颤动  weight 5, zh');
  expect(code).toBe(0);
});

async function linkOut({ directory }: Repository, links: Readonly<Record<string, string>>): Promise<void> {
  const outside = await temporaryFolder();
  await writeInto(outside, 'common.txt', 'alpha\n');
  for (const [name, to] of Object.entries(links)) await symlink(join(outside, to), join(directory, name));
}

/** What three runs over a folder say, and what is left of them. */
async function tryEverything({ directory, vocabsync, emulator }: Repository) {
  const before = await readdir(directory);
  const ended = [
    await vocabsync('plan'),
    await vocabsync('plan --out plan.json'),
    await vocabsync('apply --yes'),
  ];
  return {
    codes: ended.map(({ code }) => code),
    stdout: ended.map(({ stdout }) => stdout).join(''),
    told: ended.map(({ stderr }) => stderr),
    requests: emulator.requests.length,
    left: (await readdir(directory)).filter((name) => !before.includes(name)),
  };
}

it('a folder and a pipe each get a way out of their own', async () => {
  const { vocabsync, directory, write } = await openRepository({
    [main]: including('words.txt'),
    'words.txt/a.txt': 'alpha\n',
  });
  const folder = await vocabsync('validate');
  expect(folder.stdout).toContain('words.txt is a folder');
  expect(folder.stdout).toContain(
    'name a file in it; under `vocabularies`, words.txt/*.yaml names all that end so',
  );
  const config = await vocabsync('validate -c .');
  expect([config.code, config.stdout]).toEqual([3, expect.stringContaining('name the file in it')]);
  await write(main, including('pipe.txt'));
  execFileSync('mkfifo', [join(directory, 'pipe.txt')]);
  const pipe = await vocabsync('validate');
  expect(pipe.stdout).toContain('pipe.txt is not a regular file');
  expect(pipe.stdout).toContain('pipes and devices are not read');
  expect(pipe.stdout).not.toContain('folder write');
});

it.each(['INPUT_TOKEN', 'GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'RUNNER_TOKEN', 'CI_JOB_TOKEN'])(
  'the key is read from no variable of the CI system, which would go to the vendor: %s',
  async (name) => {
    const text = configWith({}).replace('singapore }', `singapore, api_key_env: ${name} }`);
    const { vocabsync, emulator } = await openRepository({ 'vocab.config.yaml': text });
    const { code, stdout, stderr } = await vocabsync('plan', { env: { [name]: 'a-token-of-the-job' } });
    expect(code).toBe(3);
    expect(`${stdout}${stderr}`).toContain(`account.api_key_env is ${name}, which the CI system sets`);
    expect(emulator.requests).toEqual([]);
  },
);

it('a variable of any other name may hold the key', async () => {
  const text = configWith({}).replace('singapore }', 'singapore, api_key_env: INPUTS_KEY }');
  const { vocabsync } = await openRepository({ 'vocab.config.yaml': text });
  expect((await vocabsync('plan', { env: { INPUTS_KEY: 'any' } })).code).toBe(0);
});
