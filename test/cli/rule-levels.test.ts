import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const alike = { medical: ['尺骨', '耻骨'] };

interface Document {
  readonly diagnostics: readonly { rule: string; severity: string }[];
  readonly settings?: readonly object[];
}

async function said(repository: Repository, args: string): Promise<{ code: number; rules: string[] }> {
  const { code, stdout } = await repository.vocabsync(`${args} --format json`);
  const { diagnostics } = JSON.parse(stdout) as Document;
  return { code, rules: diagnostics.map(({ severity, rule }) => `${severity}[${rule}]`) };
}

const open = (words: Parameters<typeof config>[0], rules: string) =>
  openRepository({ 'vocab.config.yaml': config(words, rules === '' ? '' : `rules: ${rules}\n`) });

describe('a rule of the configuration', () => {
  it('is a warning by itself, and everything goes on', async () => {
    const repository = await open(alike, '');
    expect(await said(repository, 'validate')).toEqual({ code: 0, rules: ['warning[sounds-alike]'] });
    expect(await said(repository, 'apply --yes')).toMatchObject({ code: 0 });
  });

  it.each(['validate', 'plan', 'drift', 'apply --yes', 'diff --base ./old'])(
    'ends `%s` with exit 3 once it is an error, and nothing is sent',
    async (command) => {
      const repository = await open(alike, '{ sounds-alike: error }');
      await mkdir(join(repository.directory, 'old'));
      expect(await said(repository, command)).toEqual({ code: 3, rules: ['error[sounds-alike]'] });
      expect(repository.emulator.requests).toEqual([]);
    },
  );

  it('is only shown with --verbose once it is an info', async () => {
    const repository = await open(alike, '{ sounds-alike: info }');
    const [quiet, verbose] = [
      await repository.vocabsync('validate'),
      await repository.vocabsync('validate --verbose'),
    ];
    expect([
      quiet.code,
      quiet.stdout.includes('sounds-alike'),
      verbose.stdout.includes('info[sounds-alike]'),
    ]).toEqual([0, false, true]);
  });

  it.each(['text --verbose', 'json', 'markdown', 'github'])(
    'is in no report once it is off: %s',
    async (form) => {
      const { code, stdout, stderr } = await (await open(alike, '{ sounds-alike: off }')).vocabsync(
        `validate --format ${form}`,
      );
      expect([code, (stdout + stderr).includes('sounds-alike')]).toEqual([0, false]);
    },
  );

  it('may be one that is found while files are read', async () => {
    const repository = await openRepository({
      'vocab.config.yaml': config({}, 'rules: { txt-header: error }\n').replace(
        'vocabularies: []',
        'vocabularies: [{ name: m, prefix: acmem, include: [words.txt] }]',
      ),
      'words.txt': 'text,weight\nalpha\nbeta\n',
    });
    expect(await said(repository, 'validate')).toMatchObject({
      code: 3,
      rules: expect.arrayContaining(['error[txt-header]']),
    });
  });

  it('may be an error by itself, where somebody knows better', async () => {
    const consumers =
      'rules: { hotword-unheard: warning }\nconsumers: [{ name: ward, vocabulary: medical, model: fun-asr, language_hints: [zh] }]\n';
    const text = config({ medical: ['alpha'] }, consumers).replace('"alpha"', '{ text: alpha, lang: en }');
    const repository = await openRepository({ 'vocab.config.yaml': text });
    expect(await said(repository, 'apply --yes')).toEqual({ code: 0, rules: ['warning[hotword-unheard]'] });
    expect(await repository.emulator.account()).toHaveLength(1);
  });

  it('cannot be lowered by a line that is refused', async () => {
    const repository = await open(
      { medical: ['一二三四五六七八九十一二三四五六'] },
      '{ hotword-too-long: off }',
    );
    expect(await said(repository, 'validate')).toEqual({
      code: 3,
      rules: ['error[rule-fixed]', 'error[hotword-too-long]'],
    });
  });
});

describe('a rule of the account', () => {
  const gone = 'removed: [acmeold]\n';

  it.each([
    ['', ['info[removed-not-there]']],
    ['rules: { removed-not-there: warning }\n', ['warning[removed-not-there]']],
    ['rules: { removed-not-there: off }\n', []],
  ])(
    'is said by plan, apply and restore as seriously as the configuration asks: %j',
    async (rules, expected) => {
      const repository = await openRepository({
        'vocab.config.yaml': config({ medical: ['alpha'] }, rules + gone),
      });
      expect(await said(repository, 'plan')).toEqual({ code: 0, rules: expected });
      expect(await said(repository, 'drift')).toMatchObject({ rules: expected });
      expect(await said(repository, 'apply --yes')).toEqual({ code: 0, rules: expected });
    },
  );

  it('may be one that looks at the other configurations', async () => {
    const repository = await open({ medical: ['alpha'] }, '{ account-unnamed: off }');
    await mkdir(join(repository.directory, '.git'));
    await mkdir(join(repository.directory, 'other'));
    const other = config({ sales: ['beta'] });
    await writeFile(join(repository.directory, 'other', 'vocab.config.yaml'), other);
    await writeFile(join(repository.directory, 'other.config.yaml'), other);
    expect(await said(repository, 'plan')).toEqual({ code: 0, rules: [] });
    await repository.write('vocab.config.yaml', config({ medical: ['alpha'] }));
    expect(await said(repository, 'plan')).toEqual({ code: 0, rules: ['warning[account-unnamed]'] });
  });
});

it('a rule that is set otherwise is named by diff, and cannot be kept from it', async () => {
  const repository = await open({ medical: ['alpha'] }, '{ near-duplicate: off }');
  await mkdir(join(repository.directory, 'old'));
  await writeFile(join(repository.directory, 'old', 'vocab.config.yaml'), config({ medical: ['alpha'] }));
  const { code, stdout } = await repository.vocabsync('diff --base ./old --format json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    settings: [{ name: 'rules.near-duplicate', before: null, after: 'off' }],
    diagnostics: [{ rule: 'setting-changed', message: 'rules.near-duplicate was not set and is now off' }],
  });
});

it('a base whose errors its configuration had lowered has no errors', async () => {
  const consumers =
    'rules: { hotword-unheard: info }\nconsumers: [{ name: ward, vocabulary: medical, model: fun-asr, language_hints: [zh] }]\n';
  const text = config({ medical: ['alpha'] }, consumers).replace('"alpha"', '{ text: alpha, lang: en }');
  const repository = await openRepository({ 'vocab.config.yaml': text });
  await mkdir(join(repository.directory, 'old'));
  await writeFile(join(repository.directory, 'old', 'vocab.config.yaml'), text);
  expect(await said(repository, 'diff --base ./old')).toEqual({ code: 0, rules: ['info[hotword-unheard]'] });
});
