import { expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import { VocabError } from '../../src/model/errors.js';
import type { Ended } from '../support/cli.js';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

it.each(['yes', ' YES '])('applies when %j is typed at the question', async (line) => {
  const { vocabsync, writes } = await openRepository(medical);
  const { code, stdout, stderr } = await vocabsync('apply', { terminal: true, answer: () => line });
  expect(stderr).toContain('Apply these changes? Type yes to go on: ');
  expect(stdout).toContain('The account is as the configuration wants it.');
  expect(code).toBe(0);
  expect(writes()).toEqual(['create']);
});

it.each([
  ['no is typed', 'no'],
  ['y is typed', 'y'],
  ['nothing is typed', ''],
  ['the input ends', null],
])('changes nothing when %s at the question', async (_, line) => {
  const { vocabsync, writes } = await openRepository(medical);
  const { code, stderr } = await vocabsync('apply --color never', { terminal: true, answer: () => line });
  expect(stderr).toContain('error[not-approved]: not approved; nothing was changed');
  expect(code).toBe(4);
  expect(writes()).toEqual([]);
});

it('ends with 130, and changes nothing, when it is interrupted at the question', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  const controller = new AbortController();
  const { code } = await vocabsync('apply', {
    terminal: true,
    interruption: controller.signal,
    answer: () => {
      controller.abort(new VocabError('interrupted', 'interrupted'));
      return null;
    },
  });
  expect(code).toBe(130);
  expect(writes()).toEqual([]);
});

it('shows the plan before it asks, and asks nothing when there is nothing to do', async () => {
  const { vocabsync } = await openRepository(medical);
  const asked = await vocabsync('apply', { terminal: true, answer: () => 'no' });
  expect(asked.stdout).toContain('create medical@fun-asr');
  await vocabsync('apply --yes');
  const unasked = await vocabsync('apply', { terminal: true });
  expect(unasked.code).toBe(0);
});

it('needs an approval where nobody can be asked, and names the three there are', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  const { code, stderr } = await vocabsync('apply');
  expect(stderr).toContain('error[not-approved]');
  for (const way of ['the file of `plan --out`', '--expect-digest DIGEST', '--yes']) {
    expect(stderr).toContain(way);
  }
  expect(code).toBe(4);
  expect(writes()).toEqual([]);
});

it('asks nobody who gets JSON, because they have not seen the plan', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  const { code } = await vocabsync('apply --format json', { terminal: true });
  expect(code).toBe(4);
  expect(writes()).toEqual([]);
});

it('applies a plan with the expected digest', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  const digest = digestOf(await vocabsync('plan'));
  const { code } = await vocabsync(['apply', '--expect-digest', digest]);
  expect(code).toBe(0);
  expect(writes()).toEqual(['create']);
});

it.each([
  ['of another plan', `vs2:sha256:${'0'.repeat(64)}`],
  ['cut short', 'vs2:sha256:'],
  ['that is none', 'yes'],
  ['that is empty', ''],
])('refuses a plan for a digest %s, and shows the plan once', async (_, digest) => {
  const { vocabsync, writes } = await openRepository(medical);
  const { code, stdout, stderr } = await vocabsync(['apply', '--expect-digest', digest]);
  expect(stderr).toContain('error[plan-stale]');
  expect(stdout.split('Digest vs2:sha256:')).toHaveLength(2);
  expect(code).toBe(5);
  expect(writes()).toEqual([]);
});

it('refuses a digest in other letters: it is compared exactly', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  const digest = digestOf(await vocabsync('plan')).toUpperCase();
  expect((await vocabsync(['apply', '--expect-digest', digest])).code).toBe(5);
  expect(writes()).toEqual([]);
});

it('does not take --yes for a digest that differs', async () => {
  const { vocabsync, writes } = await openRepository(medical);
  expect((await vocabsync('apply --yes --expect-digest vs2:sha256:0')).code).toBe(5);
  expect(writes()).toEqual([]);
});

it('is done when nothing is left to do for an old digest', async () => {
  const { vocabsync } = await openRepository(medical);
  const digest = digestOf(await vocabsync('plan'));
  await vocabsync('apply --yes');
  const { code, stdout } = await vocabsync(['apply', '--expect-digest', digest]);
  expect(stdout).toContain('The account is as the configuration wants it.');
  expect(code).toBe(0);
});

it('approves nothing that is blocked', async () => {
  const { vocabsync, emulator, writes } = await openRepository({ 'vocab.config.yaml': config({}) });
  await emulator.seed(orphans('acmeold', 'acmeolder'));
  const { stdout } = await vocabsync('plan --format json');
  const { digest } = JSON.parse(stdout) as { digest: string };
  const approvals = [['--yes'], ['--expect-digest', digest]];
  for (const approval of approvals) {
    const { code, stderr } = await vocabsync(['apply', ...approval]);
    expect(stderr).toContain('error[blocked]: the plan is blocked: max-deletes');
    expect(code).toBe(4);
  }
  expect(writes()).toEqual([]);
  expect((await vocabsync('apply --yes --allow max-deletes')).code).toBe(0);
  expect(writes()).toEqual(['delete', 'delete']);
});

it('takes no approval from the environment', async () => {
  const { vocabsync, emulator, writes } = await openRepository({ 'vocab.config.yaml': config({}) });
  await emulator.seed(orphans('acmeold'));
  const VOCABSYNC_EXPECT_DIGEST = digestOf(await vocabsync('plan'));
  const { code } = await vocabsync('apply', { env: { VOCABSYNC_YES: 'true', VOCABSYNC_EXPECT_DIGEST } });
  expect(code).toBe(4);
  expect(writes()).toEqual([]);
});

it('takes no allowance from the environment', async () => {
  const { vocabsync, emulator, writes } = await openRepository({ 'vocab.config.yaml': config({}) });
  await emulator.seed(orphans('acmeold', 'acmeolder'));
  const { code } = await vocabsync('apply --yes', { env: { VOCABSYNC_ALLOW: 'max-deletes' } });
  expect(code).toBe(4);
  expect(writes()).toEqual([]);
});

function digestOf({ stdout }: Ended): string {
  const digest = /Digest (vs2:sha256:[0-9a-f]{64})/.exec(stdout)?.[1];
  if (digest === undefined) throw new Error('the plan has no digest');
  return digest;
}

function orphans(...prefixes: readonly string[]): SeedList[] {
  const vocabulary = [{ text: 'alpha', weight: 4 }];
  return prefixes.map((prefix) => ({ prefix, target_model: 'fun-asr', vocabulary }));
}
