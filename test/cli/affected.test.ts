import { execFileSync } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { temporaryFolder, writeInto } from '../support/world.js';

const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const author = ['user.name=a', 'user.email=a@example.org', 'commit.gpgsign=false', 'maintenance.auto=false'];
const asAuthor = author.flatMap((setting) => ['-c', setting]);
let directory: string;

function git(...args: readonly string[]): void {
  execFileSync('git', [...asAuthor, ...args], { cwd: directory, env });
}

const write = (file: string, text: string) => writeInto(directory, file, text);
const affected = (...args: readonly string[]) => runCli(['affected', ...args], { cwd: directory, env });

interface Document {
  readonly base: string;
  readonly configs: readonly { readonly config: string; readonly account: string; readonly state: string }[];
  readonly unaffected: readonly { readonly config: string }[];
}

async function documentOf(...args: readonly string[]): Promise<Document> {
  const { stdout, code } = await affected(...args, '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Document;
}

const named = ({ configs }: Document) => configs.map(({ config }) => config);

const environment = (name: string, include: string) => `version: 1
account: { region: singapore, name: ${name} }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr, include: [${include}] }
`;
const staging = 'envs/staging/vocab.config.yaml';
const production = 'envs/production/vocab.config.yaml';
const lab = 'envs/lab/vocab.config.yaml';

beforeEach(async () => {
  directory = await temporaryFolder();
  git('init', '-q', '-b', 'main', '--template=');
  await write('words/common.txt', 'alpha\nbeta\n');
  await write('words/lab.txt', 'gamma\n');
  await write(staging, environment('staging', '../../words/common.txt'));
  await write(production, environment('production', '../../words/common.txt'));
  await write(lab, environment('lab', '../../words/lab.txt'));
  git('add', '-A');
  git('commit', '-q', '-m', 'words');
});

describe('affected', () => {
  it('names every configuration that a change of a shared file reaches, and no other', async () => {
    await write('words/common.txt', 'alpha\n');
    const document = await documentOf('--base', 'main');
    expect(named(document)).toEqual([production, staging]);
    expect(document.configs[0]).toMatchObject({
      account: 'production',
      state: 'changes',
      headline: '1 to update',
    });
    expect(document.unaffected.map(({ config }) => config)).toEqual([lab]);
    expect(document.base).toMatch(/^main \([0-9a-f]{7}\)$/);
  });

  it('names none where nothing asks for anything else', async () => {
    await write('words/common.txt', '# sorted\nbeta\nalpha\n');
    expect(named(await documentOf('--base', 'main'))).toEqual([]);
  });

  it.each([
    ['a setting', (text: string) => `${text}guards: { max_deletes: 3 }\n`],
    ['a model', (text: string) => text.replace('fun-asr', 'fun-asr-realtime')],
    [
      'a consumer',
      (text: string) => `${text}consumers: [{ name: a, vocabulary: medical, model: fun-asr }]\n`,
    ],
  ])('names one that says something else beside words: %s', async (_, change) => {
    await write(lab, change(environment('lab', '../../words/lab.txt')));
    expect(named(await documentOf('--base', 'main'))).toEqual([lab]);
  });

  it('names all of them on the first push of a branch, before which there was nothing', async () => {
    const document = await documentOf('--base', '0'.repeat(40));
    expect([named(document), document.base]).toEqual([
      [lab, production, staging],
      'nothing, as before a first push',
    ]);
  });

  it('names one that is new', async () => {
    await write('envs/new/vocab.config.yaml', environment('new', '../../words/lab.txt'));
    expect(named(await documentOf('--base', 'main'))).toEqual(['envs/new/vocab.config.yaml']);
  });

  it('names one that cannot be read any more as failed, with what is wrong and exit 3', async () => {
    await write('words/lab.txt', 'one two three four five six seven eight\n');
    const { code, stdout } = await affected('--base', 'main', '--format', 'json');
    const { configs } = JSON.parse(stdout) as Document;
    expect([code, configs.map(({ config, state }) => `${state} ${config}`)]).toEqual([3, [`failed ${lab}`]]);
    const { stdout: text } = await affected('--base', 'main');
    expect(text).toContain('error[hotword-too-many-words]');
  });

  it('shows people what changes, offline and without a key', async () => {
    await write('words/common.txt', 'alpha\n');
    const { code, stdout, stderr } = await affected('--base', 'main');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Affected: 3 configurations, 2 with changes, 1 unchanged');
    expect(stdout).toContain('  = lab         no changes');
    expect(stdout.match(/- beta/g)).toHaveLength(2);
  });

  it('agrees with diff, for each', async () => {
    await write('words/common.txt', 'alpha\n');
    const { configs, unaffected } = await documentOf('--base', 'main');
    for (const { config } of configs) {
      expect(
        (
          await runCli(['diff', '--base', 'main', '-c', config, '--detailed-exitcode'], {
            cwd: directory,
            env,
          })
        ).code,
      ).toBe(2);
    }
    for (const { config } of unaffected) {
      expect(
        (
          await runCli(['diff', '--base', 'main', '-c', config, '--detailed-exitcode'], {
            cwd: directory,
            env,
          })
        ).code,
      ).toBe(0);
    }
  });

  it('looks at the files and patterns that are named', async () => {
    await write('words/common.txt', 'alpha\n');
    expect(named(await documentOf('--base', 'main', staging, lab))).toEqual([staging]);
    expect(named(await documentOf('--base', 'main', 'envs/{staging,lab}/*.yaml'))).toEqual([staging]);
    expect(named(await documentOf('--base', 'main', staging, 'envs/*/vocab.config.yaml'))).toEqual([
      production,
      staging,
    ]);
  });

  it('looks at a file once, however it is written', async () => {
    await write('words/common.txt', 'alpha\n');
    const spelt = [staging, `./${staging}`, `envs/../${staging}`, 'envs/s*/vocab.config.yaml'];
    expect(named(await documentOf('--base', 'main', ...spelt))).toEqual([staging]);
  });

  it('names paths as the user would type them in a folder below', async () => {
    await write('words/common.txt', 'alpha\n');
    const { stdout } = await runCli(['affected', '--base', 'main', '--format', 'json'], {
      cwd: `${directory}/envs`,
      env,
    });
    expect(named(JSON.parse(stdout) as Document)).toEqual([
      'production/vocab.config.yaml',
      'staging/vocab.config.yaml',
    ]);
  });

  it.each([
    [['--base', 'nowhere'], 'nowhere is no commit'],
    [['--base', 'main', 'none/*.yaml'], 'no configuration is found by none/*.yaml'],
    [['--base', 'main', `{envs,none}/*/*.yaml`], 'no configuration is found by {envs,none}/*/*.yaml'],
    [['--base', 'main', ''], 'no configuration is found by ""'],
    [[], "required option '--base <ref>' not specified"],
  ])('is refused with exit 3: %j', async (args, message) => {
    const { code, stderr } = await affected(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });

  it('says of a file that is named and not there that it is not there', async () => {
    const { code, stdout } = await affected('--base', 'main', 'none.yaml');
    expect(stdout).toContain('error[config-missing]: there is no file none.yaml');
    expect(code).toBe(3);
  });
});
