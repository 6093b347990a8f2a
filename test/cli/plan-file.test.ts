import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const words = (...medical: string[]) => config({ medical, sales: ['gamma'] });

let repository: Repository;
/** The document that was written by `plan --out plan.json`, for two creates. */
let reviewed: Record<string, unknown>;

beforeEach(async () => {
  repository = await openRepository({ 'vocab.config.yaml': words('alpha', 'beta') });
  await repository.vocabsync('plan --out plan.json');
  reviewed = JSON.parse(await readFile(join(repository.directory, 'plan.json'), 'utf8'));
});

it('is the same document that --format json prints', async () => {
  const { stdout } = await repository.vocabsync('plan --format json');
  expect(reviewed).toEqual(JSON.parse(stdout));
});

it('is applied without a question when the fresh plan equals it', async () => {
  const { code, stdout } = await repository.vocabsync('apply plan.json');
  expect(stdout).toContain('Apply: 2 done');
  expect(code).toBe(0);
  expect(repository.writes()).toEqual(['create', 'create']);
});

it('is taken whatever further fields the words have that go', async () => {
  const strange = JSON.parse('{"text": "old", "weight": 4, "__proto__": {"a": 1}, "more": null}');
  await repository.emulator.seed([{ prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [strange] }]);
  await repository.write('vocab.config.yaml', `${words('alpha', 'beta')}removed: [acmeold]\n`);
  await repository.vocabsync('plan --out plan.json');
  const { code, stderr } = await repository.vocabsync('apply plan.json');
  expect([code, stderr]).toEqual([0, '']);
  expect(repository.writes()).toContain('delete');
});

it('can be applied again when it is all in effect, and nothing is written then', async () => {
  await repository.vocabsync('apply plan.json');
  expect((await repository.vocabsync('apply plan.json')).code).toBe(0);
  expect(repository.writes()).toEqual(['create', 'create']);
});

it('is finished by the next apply when the first was cut short', async () => {
  const { emulator, vocabsync } = repository;
  emulator.change({ faults: [{ kind: 'code-in-200', action: 'create', skip: 1, count: 99 }] });
  expect((await vocabsync('apply plan.json --parallelism 1')).code).toBe(6);
  expect(await emulator.account()).toHaveLength(1);
  emulator.change({ faults: [] });
  const { code, stdout } = await vocabsync('apply plan.json');
  expect(stdout).toContain('Apply: 1 done');
  expect(code).toBe(0);
  expect((await emulator.account()).map(({ prefix }) => prefix).sort()).toEqual(['acmemed', 'acmesal']);
});

it('is stale when a word was changed since, and the new plan is shown', async () => {
  await repository.write('vocab.config.yaml', words('alpha', 'omega'));
  const { code, stdout, stderr } = await repository.vocabsync('apply plan.json');
  expect(stderr).toContain('error[plan-stale]');
  expect(stderr).toContain('create medical@fun-asr was reviewed, and is no longer what would happen');
  expect(stdout).toContain('omega');
  expect(code).toBe(5);
  expect(repository.writes()).toEqual([]);
});

it('holds while only notes, dates and owners were changed, and shows them as they were', async () => {
  const { write, vocabsync, writes } = repository;
  const noted = (said: string) => words('alpha', 'beta').replace('"alpha"', `{ text: alpha, ${said} }`);
  await write('vocab.config.yaml', noted('note: asked for by ward 3, expires: 2027-03-31'));
  await vocabsync('plan --out plan.json');
  expect(await readFile(join(repository.directory, 'plan.json'), 'utf8')).toContain('asked for by ward 3');
  await write(
    'vocab.config.yaml',
    noted('note: by ward 4').replace('name: medical,', 'name: medical, owner: x,'),
  );
  const { code, stdout } = await vocabsync('apply plan.json');
  expect(stdout).toContain('Apply: 2 done');
  expect(code).toBe(0);
  expect(writes()).toEqual(['create', 'create']);
});

it('is stale when another change slipped in', async () => {
  const { emulator, vocabsync, writes } = repository;
  await emulator.seed([
    { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'x', weight: 4 }] },
  ]);
  const { code, stderr } = await vocabsync('apply plan.json');
  expect(stderr).toMatch(/delete acmeold@fun-asr \(vocab-acmeold-[0-9a-f]{32}\) was not reviewed/);
  expect(code).toBe(5);
  expect(writes()).toEqual([]);
});

it('is stale when a list was changed behind its back', async () => {
  const { vocabsync, write } = repository;
  await vocabsync('apply --yes');
  await write('vocab.config.yaml', words('alpha', 'beta', 'delta'));
  await vocabsync('plan --out update.json');
  await write('other/vocab.config.yaml', words('alpha'));
  await vocabsync('apply --yes -c other/vocab.config.yaml');
  const before = repository.writes().length;
  const { code, stderr } = await vocabsync('apply update.json');
  expect(stderr).toContain('update medical@fun-asr');
  expect(code).toBe(5);
  expect(repository.writes()).toHaveLength(before);
});

it('is stale for another account', async () => {
  const { code, stderr } = await repository.vocabsync('apply plan.json --endpoint emulator');
  expect(stderr).toContain(
    `the plan was made for the account whose key is in DASHSCOPE_API_KEY at ${repository.base_url}, this is the account whose key is in DASHSCOPE_API_KEY at emulator`,
  );
  expect(code).toBe(5);
  expect(repository.writes()).toEqual([]);
});

it.each(['--retire', '--delete-first'])('is refused when apply has %s and plan had not', async (flag) => {
  const { code, stderr } = await repository.vocabsync(`apply plan.json ${flag}`);
  expect(stderr).toContain('plan.json was planned without --retire and --delete-first');
  expect(code).toBe(3);
  expect(repository.writes()).toEqual([]);
});

it('is refused when plan had --retire and apply has not', async () => {
  await repository.vocabsync('plan --retire --out retire.json');
  const { code, stderr } = await repository.vocabsync('apply retire.json');
  expect(stderr).toContain('retire.json was planned with --retire');
  expect(code).toBe(3);
});

it.each([
  ['a word', (text: string) => text.replace('"beta"', '"omega"')],
  ['the model of a change', (text: string) => text.replace('"fun-asr"', '"fun-asr-mtl"')],
  ['the words out of a change', (text: string) => text.replaceAll(/"added": \[[^\]]*\]/g, '"added": []')],
])('is stale after an edit of %s', async (_, edit) => {
  const text = await readFile(join(repository.directory, 'plan.json'), 'utf8');
  expect(edit(text)).not.toBe(text);
  await repository.write('plan.json', edit(text));
  expect((await repository.vocabsync('apply plan.json')).code).toBe(5);
  expect(repository.writes()).toEqual([]);
});

it('is stale after a change was taken out of it: what it does not name is not approved', async () => {
  const changes = reviewed['changes'] as readonly unknown[];
  await repository.write('plan.json', JSON.stringify({ ...reviewed, changes: changes.slice(1) }));
  const { code, stderr } = await repository.vocabsync('apply plan.json');
  expect(stderr).toContain('create medical@fun-asr was not reviewed');
  expect(code).toBe(5);
  expect(repository.writes()).toEqual([]);
});

it.each([
  ['empty', () => ''],
  ['no JSON', () => 'Plan: 2 to create'],
  ['cut short', () => JSON.stringify(reviewed).slice(0, 500)],
  ['another document', () => JSON.stringify({ ...reviewed, kind: 'apply' })],
  ['from the future', () => JSON.stringify({ ...reviewed, format_version: '2.0' })],
  ['without changes', () => JSON.stringify({ ...reviewed, changes: undefined })],
  ['a list', () => '[]'],
  ['null', () => 'null'],
])('is refused when it is %s, before anything is sent', async (_, text) => {
  await repository.write('bad.json', text());
  const sent = repository.emulator.requests.length;
  const { code, stderr } = await repository.vocabsync('apply bad.json');
  expect(stderr).toMatch(/^error\[plan-file-invalid\]: bad\.json is not a plan: .+\n {2}hint: /);
  expect(code).toBe(3);
  expect(repository.emulator.requests).toHaveLength(sent);
});

it('is refused when it is not there, or a folder', async () => {
  for (const file of ['nowhere.json', '.']) {
    const { code, stderr } = await repository.vocabsync(['apply', file]);
    expect(stderr).toContain(`error[plan-file-invalid]: cannot read the plan ${file}`);
    expect(code).toBe(3);
  }
});
