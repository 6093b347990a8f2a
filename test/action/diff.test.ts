import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { commitAll, git } from './git-history.js';
import { openWorkspace, pullRequest, type Workspace } from './step.js';

const one = 'one.yaml';
const two = 'two.yaml';
const fork = { command: 'diff', comment: 'false', 'api-key': '', endpoint: '' };

function vocabulary(name: string, words: readonly string[]): string {
  return `name: ${name}\nprefix: acme${name}\nhotwords: [${words.join(', ')}]\n`;
}

/** The merge commit that GitHub makes of a pull request whose base has moved on since. */
async function mergedPullRequest(): Promise<Workspace> {
  const workspace = await openWorkspace({
    'vocab.config.yaml': config({}).replace('vocabularies: []', `vocabularies: [${one}, ${two}]`),
    [one]: vocabulary('one', ['alpha', 'beta']),
    [two]: vocabulary('two', ['gamma']),
  });
  const { directory, write } = workspace;
  git(directory, 'init', '--quiet', '--initial-branch=main');
  commitAll(directory, 'Start');
  git(directory, 'checkout', '--quiet', '-b', 'words');
  await write(one, vocabulary('one', ['alpha', 'delta']));
  commitAll(directory, 'Replace a word');
  git(directory, 'checkout', '--quiet', 'main');
  await write(two, vocabulary('two', ['gamma', 'epsilon']));
  commitAll(directory, 'Go on');
  git(directory, 'merge', '--quiet', '--no-ff', '--no-edit', 'words');
  return workspace;
}

describe('a pull request from a fork', () => {
  it('shows its words, and only its own, with neither a key nor a network', async () => {
    const { step, github, emulator } = await mergedPullRequest();
    const { code, summary, outputs, stdout } = await step(fork);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true', digest: '' });
    expect(summary).toMatch(/^<!-- vocabsync:diff /);
    expect(summary).toContain('delta');
    expect(summary).toContain('beta');
    expect(summary).not.toContain('epsilon');
    expect(stdout).toContain('delta');
    expect([...github.requests, ...emulator.requests]).toEqual([]);
  });

  it('is told when it changes nothing', async () => {
    const { step } = await mergedPullRequest();
    const { code, outputs } = await step({ ...fork, base: 'HEAD' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '0', 'has-changes': 'false' });
  });

  it('ends with 3 where the commit to compare with was not fetched', async () => {
    const { step } = await mergedPullRequest();
    const { code, summary, outputs } = await step({ ...fork, base: 'origin/main' });
    expect(code).toBe(3);
    expect(outputs).toMatchObject({ 'exit-code': '3', 'has-changes': '' });
    expect(summary).toContain('fetch');
  });

  it('has a comment of its own beside that of the plan, where the token may write', async () => {
    const { step, github } = await mergedPullRequest();
    await step({ command: 'plan' });
    await step({ command: 'diff' });
    await step({ command: 'diff' });
    expect(github.comments.map(({ body }) => /vocabsync:\w+/.exec(body)?.[0])).toEqual([
      'vocabsync:plan',
      'vocabsync:diff',
    ]);
  });
});

describe('a pull request that changes nothing but instant words', () => {
  it('has them in its comment, under a headline that does not say that nothing changes', async () => {
    const model = 'qwen-audio-3.1-asr-flash-streaming';
    const words = (hotwords: string) =>
      `name: names\ndelivery: instant\ntarget_model: ${model}\nhotwords: ${hotwords}\n`;
    const consumer = `consumers: [{ name: captions, vocabulary: names, model: ${model} }]\n`;
    const { step, write, directory, github } = await openWorkspace({
      'vocab.config.yaml': config({}, consumer).replace('vocabularies: []', `vocabularies: [${one}]`),
      [one]: words('[Nguyen]'),
    });
    git(directory, 'init', '--quiet', '--initial-branch=main');
    commitAll(directory, 'Start');
    await write(one, words('[Nguyen, Turing]'));
    commitAll(directory, 'Add a word');
    const { code, summary, outputs } = await step({ command: 'diff' }, pullRequest);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'has-changes': 'true' });
    const [comment] = github.comments;
    expect(comment?.body).toContain('+ Turing  weight 4');
    expect(comment?.body).toContain('no list changes, 1 instant vocabulary changed');
    expect(comment?.body).not.toContain('no changes');
    expect(summary).toContain('Turing');
    const planned = await step({ command: 'plan' }, pullRequest);
    expect(planned.outputs).toMatchObject({ 'has-changes': 'false' });
    expect(planned.summary).toContain('Turing');
  });
});
