import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { bot } from './github-stand-in.js';
import { openWorkspace, push, unmanagedList, type Workspace } from './step.js';

const file = 'vocab.config.yaml';
const nightly = { command: 'drift', issue: 'true', 'fail-on-drift': 'false' };
const marker = `<!-- vocabsync:drift config="${file}"`;

/** An account that is as the configuration has it. */
async function inStep(): Promise<Workspace> {
  const workspace = await openWorkspace({ [file]: config({ medical: ['alpha'] }) });
  await workspace.step({ command: 'apply', args: '--yes', comment: 'false' }, push);
  return workspace;
}

async function drifted(): Promise<Workspace> {
  return openWorkspace({ [file]: config({ medical: ['alpha'] }) });
}

describe('a nightly look at the account', () => {
  it('opens one issue for drift, which is no failure then', async () => {
    const { step, github } = await drifted();
    const { code, outputs, summary } = await step(nightly, push);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true', digest: '' });
    expect(github.issues).toMatchObject([
      { author: bot, title: `Hotword lists have drifted from ${file}`, state: 'open' },
    ]);
    expect(github.issues[0]!.body.startsWith(marker)).toBe(true);
    expect(summary).toContain('acmemed');
  });

  it('leaves the issue alone while it says the same, and brings it up to date when it does not', async () => {
    const { step, github, write, clock, emulator } = await drifted();
    await emulator.seed([unmanagedList]);
    await step(nightly, push);
    clock.advance(86_400_000);
    const { summary } = await step(nightly, push);
    expect(summary).toContain(', as of 2026-11-03T00:00:00Z');
    expect(github.writes()).toEqual(['POST /repos/acme/words/issues']);
    await write(file, config({ medical: ['gamma'] }));
    await step(nightly, push);
    expect(github.issues).toHaveLength(1);
    expect(github.issues[0]!.body).toContain('gamma');
  });

  it('closes it when all is well again, and has a new one for the next drift', async () => {
    const { step, github, write } = await drifted();
    await step(nightly, push);
    await step({ command: 'apply', args: '--yes' }, push);
    const { code, outputs } = await step(nightly, push);
    expect(code).toBe(0);
    expect(outputs['has-changes']).toBe('false');
    expect(github.issues.map(({ state }) => state)).toEqual(['closed']);
    expect(github.comments).toMatchObject([
      { issue: 1, body: expect.stringContaining('https://github.com/acme/words/actions/runs/42') },
    ]);
    await write(file, config({ medical: ['gamma'] }));
    await step(nightly, push);
    expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('says nothing in an issue that it cannot close, night after night', async () => {
    const { step, github } = await drifted();
    await step(nightly, push);
    await step({ command: 'apply', args: '--yes' }, push);
    github.fail('PATCH /repos/acme/words/issues/1', { status: 403, times: 2 });
    for (let night = 0; night < 2; night++) {
      const { stdout } = await step(nightly, push);
      expect(stdout).toContain('::notice title=vocabsync::the issue was not written');
    }
    expect(github.comments).toEqual([]);
  });

  it('has nothing to do for an account in step', async () => {
    const { step, github } = await inStep();
    await step(nightly, push);
    expect(github.writes()).toEqual([]);
  });

  it('neither touches an issue of somebody else, nor a pull request', async () => {
    const { step, github } = await inStep();
    const open = { body: `${marker} -->\n`, title: 'x', state: 'open' as const };
    github.issues.push({ ...open, number: 1, author: 'mallory' });
    const pull = { base: { ref: 'main' }, merged_at: null, merge_commit_sha: '0' };
    github.issues.push({ ...open, number: 2, author: bot, pull });
    await step(nightly, push);
    expect(github.writes()).toEqual([]);
  });

  it('leaves the issue as it is when the account cannot be read', async () => {
    const { step, github } = await drifted();
    await step(nightly, push);
    const { code } = await step({ ...nightly, 'api-key': '' }, push);
    expect(code).toBe(7);
    expect(github.issues.map(({ state }) => state)).toEqual(['open']);
    expect(github.writes()).toEqual(['POST /repos/acme/words/issues']);
  });

  it.each([true, false])(
    'opens no second issue when an answer is lost (it had arrived: %s)',
    async (acts) => {
      const { step, github } = await drifted();
      github.fail('POST /repos/acme/words/issues', { status: 502, acts });
      expect((await step(nightly, push)).code).toBe(0);
      expect(github.issues).toHaveLength(1);
    },
  );
});

describe('drift that nobody would see', () => {
  it.each([
    ['is a failure of the step', { issue: 'false', 'fail-on-drift': 'true' }],
    ['is a failure when there is no token for its issue', { token: '' }],
  ])('%s', async (_what, inputs) => {
    const { step } = await drifted();
    expect((await step({ ...nightly, ...inputs }, push)).code).toBe(2);
  });

  it('is a failure when its issue cannot be written', async () => {
    const { step, github } = await drifted();
    github.fail('POST /repos', { status: 403 });
    const { code, stdout } = await step(nightly, push);
    expect(code).toBe(2);
    expect(stdout).toContain('::notice title=vocabsync::the issue was not written');
  });
});
