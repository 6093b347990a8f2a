import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';
import { openRepository, type Repository } from '../cli/repository.js';
import { idOf } from '../support/build.js';
import { config } from '../support/world.js';

const medical = idOf('acmemed', 1);
const old = idOf('acmeold', 2);

/** Words that nobody would write, and that were in the account all the same. */
const strange = [
  { text: ' alpha ', weight: 51 },
  { text: 'alpha', weight: 0, lang: 'xx' },
  { text: 'e\u0301 \u001b[2J', weight: 4, translation: 'é', target_lang: 'fr' },
  { text: 'on', weight: 4, more: { deep: [1, 'two', { three: false }] } },
];
const strangeWords = strange.map(({ text, weight, lang, ...extra }) => ({
  text,
  weight,
  lang: lang ?? null,
  extra: Object.keys(extra).length > 0 ? extra : null,
}));

/** An account with a list that the configuration changes and one that it does not name any more. */
async function twoLists(also = ''): Promise<Repository> {
  const repository = await openRepository({ 'vocab.config.yaml': config({ medical: ['beta'] }, also) });
  await repository.emulator.seed([
    { vocabulary_id: medical, prefix: 'acmemed', target_model: 'fun-asr', vocabulary: strange },
    { vocabulary_id: old, prefix: 'acmeold', target_model: 'fun-asr', vocabulary: strange },
  ]);
  return repository;
}

const run = '20261102T000000Z-4711';
const folder = join('.vocabsync', 'backups', run);
const apply = 'apply --yes --allow hotword-loss=medical@fun-asr';

it('keeps what an update and a delete destroy, word for word, and says where', async () => {
  const { vocabsync, directory, base_url } = await twoLists();
  const account = `the account whose key is in DASHSCOPE_API_KEY at ${base_url}`;
  const { code, stdout } = await vocabsync(apply);
  expect(code).toBe(0);
  expect(stdout).toContain(`What was overwritten or deleted is kept: \`vocabsync restore ${folder}\`\n`);
  expect(await backupsIn(join(directory, folder))).toEqual([
    { vocabulary_id: medical, prefix: 'acmemed', target_model: 'fun-asr', hotwords: strangeWords, account },
    { vocabulary_id: old, prefix: 'acmeold', target_model: 'fun-asr', hotwords: strangeWords, account },
  ]);
});

it('names the folder in the JSON report', async () => {
  const { vocabsync } = await twoLists();
  const { stdout } = await vocabsync(`${apply} --format json`);
  expect(JSON.parse(stdout)).toMatchObject({ backups: folder });
});

it('keeps the folder beside the configuration, wherever it is run from', async () => {
  const { vocabsync, directory } = await twoLists();
  await mkdir(join(directory, 'elsewhere'));
  const { stdout } = await vocabsync(`${apply} -c ../vocab.config.yaml`, {
    cwd: join(directory, 'elsewhere'),
  });
  expect(stdout).toContain(`vocabsync restore -c ../vocab.config.yaml ${join('..', folder)}`);
  expect(await readdir(join(directory, folder))).toHaveLength(2);
});

it('has the backup on the disk before the write is sent', async () => {
  const { vocabsync, directory, emulator } = await twoLists();
  const seen: string[] = [];
  beforeEach(emulator, ['update', 'delete'], async (action, id) => {
    const text = await readFile(join(directory, folder, `${id}.yaml`), 'utf8');
    seen.push(action, parseBackup(text, 'backup').vocabulary_id);
  });
  await vocabsync(apply);
  expect(seen).toEqual(['update', medical, 'delete', old]);
});

it('lets nobody else read them, and keeps them out of the repository', async () => {
  const { vocabsync, directory } = await twoLists();
  await vocabsync(apply);
  for (const path of ['.vocabsync', '.vocabsync/backups', folder]) {
    expect(await modeOf(join(directory, path))).toBe('700');
  }
  for (const file of await readdir(join(directory, folder))) {
    expect(await modeOf(join(directory, folder, file))).toBe('600');
  }
  expect(await readFile(join(directory, '.vocabsync', '.gitignore'), 'utf8')).toBe('*\n');
});

it.each([
  ['is filled where there was no room for it once', '', '*\n'],
  ['stays as somebody has written it', '*\n!.gitignore\n', '*\n!.gitignore\n'],
])('what keeps them out of the repository %s', async (_, text, then) => {
  const { vocabsync, directory, write } = await twoLists();
  await write('.vocabsync/.gitignore', text);
  expect((await vocabsync(apply)).code).toBe(0);
  expect(await readFile(join(directory, '.vocabsync', '.gitignore'), 'utf8')).toBe(then);
});

it('never writes over the backups of another run, though both have the same second and number', async () => {
  const { vocabsync, directory, write } = await twoLists();
  const first = await vocabsync(`${apply} --format json`);
  const before = await backupsIn(join(directory, folder));
  await write('vocab.config.yaml', config({ medical: ['gamma'] }));
  const second = await vocabsync(`${apply} --format json`);
  expect([first, second].map(({ stdout }) => JSON.parse(stdout).backups)).toEqual([folder, `${folder}-2`]);
  expect(await backupsIn(join(directory, folder))).toEqual(before);
});

it('makes none for a create, a plan, or an update that was not approved', async () => {
  const { vocabsync, directory, emulator, write } = await openRepository({
    'vocab.config.yaml': config({ medical: ['alpha'] }),
  });
  const { stdout } = await vocabsync('apply --yes --format json');
  expect(JSON.parse(stdout)).toMatchObject({ backups: null, converged: true });
  expect(await emulator.account()).toHaveLength(1);
  await write('vocab.config.yaml', config({ medical: ['alpha', 'beta'] }));
  await vocabsync('plan');
  await vocabsync('apply');
  expect(existsSync(join(directory, '.vocabsync'))).toBe(false);
});

it('makes none for a list that has the new words already, or that is gone already', async () => {
  const { vocabsync, directory, emulator, write } = await twoLists();
  await write('others/vocab.config.yaml', config({ medical: ['beta'] }));
  const { stdout, code } = await vocabsync('apply --color never --allow hotword-loss=medical@fun-asr', {
    terminal: true,
    answer: async () => {
      await vocabsync(`${apply} -c others/vocab.config.yaml`);
      return 'yes';
    },
  });
  expect(stdout).toContain('the list already had these words');
  expect(stdout).toContain('the list was already gone');
  expect(code).toBe(0);
  expect(await emulator.account()).toHaveLength(1);
  expect(existsSync(join(directory, '.vocabsync'))).toBe(false);
});

it('brings the words back as an include, once it is copied to where words are', async () => {
  const { vocabsync, write, emulator, directory } = await openRepository({
    'vocab.config.yaml': config({ medical: ['alpha', 'on', '心房颤动'] }),
  });
  await vocabsync('apply --yes');
  await write('vocab.config.yaml', config({ medical: ['beta'] }));
  const { backups } = JSON.parse((await vocabsync(`${apply} --format json`)).stdout) as { backups: string };
  const file = `${backups}/${(await emulator.account())[0]?.vocabulary_id}.yaml`;
  const including = (path: string) => config({ medical: [] }).replace('hotwords: []', `include: [${path}]`);
  await write('vocab.config.yaml', including(file));
  expect((await vocabsync('validate')).stdout).toContain('hint: copy the file to where the words are');
  await copyFile(join(directory, file), join(directory, 'words.yaml'));
  await write('vocab.config.yaml', including('words.yaml'));
  expect(await vocabsync('validate')).toEqual({
    code: 0,
    stdout: 'Valid: 1 list with 3 hotwords\n',
    stderr: '',
  });
});

it('sends no write that it cannot undo, and goes on with the others', async () => {
  const { vocabsync, write, writes, emulator } = await twoLists();
  await write('vocab.config.yaml', config({ medical: ['beta'], sales: ['gamma'] }));
  await write('.vocabsync/backups', 'a file where the folder goes');
  const { code, stdout } = await vocabsync(apply);
  expect(stdout.match(/error\[file-unwritable\]: cannot write to /g)).toHaveLength(2);
  expect(stdout).toContain('Apply: 1 done, 2 failed');
  expect(code).toBe(6);
  expect(writes()).toEqual(['create']);
  expect((await emulator.account())[0]).toMatchObject({ vocabulary_id: medical, vocabulary: strange });
});

it('sends no delete of a list whose id cannot be the name of a file', async () => {
  const { vocabsync, writes, emulator } = await openRepository({ 'vocab.config.yaml': config({}) });
  const long = `vocab-acmeold-${'a'.repeat(300)}`;
  const list = { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: strange };
  await emulator.seed([{ ...list, vocabulary_id: long }]);
  const { code, stdout } = await vocabsync(apply);
  expect(stdout).toContain('error[file-unwritable]: cannot keep the backup ');
  expect(code).toBe(3);
  expect(writes()).toEqual([]);
});

it.skipIf(process.getuid?.() === 0)('sends no write where the folder cannot be written', async () => {
  const { vocabsync, directory, writes } = await twoLists();
  await mkdir(join(directory, '.vocabsync', 'backups'), { recursive: true });
  await chmod(join(directory, '.vocabsync', 'backups'), 0o500);
  const { code, stdout } = await vocabsync(apply);
  expect(stdout).toContain('error[file-unwritable]: cannot write to ');
  expect(code).toBe(3);
  expect(writes()).toEqual([]);
});

/** Runs something at each such request, before it is carried out. */
function beforeEach(
  emulator: Emulator,
  actions: readonly string[],
  look: (action: string, vocabulary_id: string) => Promise<void>,
): void {
  const { handle } = emulator;
  vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
    const { input } = JSON.parse(request.body) as { input: Record<string, string> };
    const action = (input['action'] ?? '').replace('_vocabulary', '');
    if (actions.includes(action)) await look(action, input['vocabulary_id'] ?? '');
    return handle(request);
  });
}

async function backupsIn(path: string) {
  const files = (await readdir(path)).sort();
  return Promise.all(files.map(async (file) => parseBackup(await readFile(join(path, file), 'utf8'), file)));
}

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}
