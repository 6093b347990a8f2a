import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const broken = { 'speech/vocab.config.yaml': config({ medical: ['肺'.repeat(20)] }) };

describe('an annotation names a file as the repository does', () => {
  it.each([
    { folder: 'speech', workspace: '..', file: 'vocab.config.yaml', location: 'speech/vocab.config.yaml' },
    {
      folder: 'speech/words',
      workspace: '../..',
      file: '../vocab.config.yaml',
      location: 'speech/vocab.config.yaml',
    },
    { folder: 'speech/words', workspace: '..', file: '../vocab.config.yaml', location: 'vocab.config.yaml' },
    { folder: 'speech/words', workspace: '', file: '../vocab.config.yaml', location: '../vocab.config.yaml' },
  ])('in $folder, of the workspace "$workspace"', async ({ folder, workspace, file, location }) => {
    const { vocabsync, directory, write } = await openRepository(broken);
    await write('speech/words/read-me', '');
    const surroundings = { cwd: `${directory}/${folder}`, env: { GITHUB_WORKSPACE: workspace } };
    for (const command of ['validate', 'plan']) {
      const { stdout } = await vocabsync(`${command} -c ${file} --format github`, surroundings);
      expect(stdout).toContain(`::error file=${location},line=8,`);
    }
  });

  it('and names none outside of the repository', async () => {
    const { vocabsync, directory } = await openRepository(broken);
    const env = { GITHUB_WORKSPACE: `${directory}/other` };
    const { stdout } = await vocabsync('validate -c speech/vocab.config.yaml --format github', {
      cwd: directory,
      env,
    });
    expect(stdout).toContain('::error title=hotword-too-long::');
  });
});

describe('--format markdown', () => {
  it('fits into one comment, why nothing was done together with the plan', async () => {
    const words = Array.from({ length: 500 }, (_, index) => `${'心房颤动'.repeat(2)}${index}`);
    const lists = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`v${index}`, words]));
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': config(lists) });
    const { code, stdout } = await vocabsync('apply --expect-digest vs2:sha256:0 --format markdown');
    expect(code).toBe(5);
    expect(stdout).toContain('### vocabsync apply: failed\n');
    expect(stdout).toContain('### vocabsync plan: 9 to create\n');
    expect(stdout).toMatch(/and \d+ more words/);
    expect(stdout.length).toBeLessThanOrEqual(60_000);
  });
});

describe('the marker of a comment', () => {
  it.each([
    ['vocab.config.yaml', ''],
    ['./vocab.config.yaml', ''],
    ['../speech/vocab.config.yaml', ''],
    ['vocab.config.yaml', '..'],
  ])('is the same however the configuration is named: %s', async (typed, workspace) => {
    const { directory, vocabsync } = await openRepository({
      'speech/vocab.config.yaml': config({ medical: ['a'] }),
    });
    const cwd = `${directory}/speech`;
    const env = workspace === '' ? { GITHUB_WORKSPACE: cwd } : { GITHUB_WORKSPACE: directory };
    const { stdout } = await vocabsync(`plan -c ${typed} --format markdown`, { cwd, env });
    const name = workspace === '' ? 'vocab.config.yaml' : 'speech/vocab.config.yaml';
    expect(stdout).toContain(`<!-- vocabsync:plan config="${name}" digest=`);
  });
});
