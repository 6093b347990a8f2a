import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git } from '../action/git-history.js';
import { mergeCommit, openWorkspace, pullRequest, push, type Workspace } from '../action/step.js';
import { config } from '../support/world.js';
import { wouldRun } from './condition.js';
import { inputsOf, readWorkflow } from './workflow.js';

/*
 * The example workflows as they stand: every step of ours runs with the inputs its workflow gives it, where secrets and
 * the like have become what a runner makes of them.
 */

const file = 'vocab.config.yaml';

/** Without secrets, as in a fork; a step that leaves an input out has it from the workspace. */
const withoutSecrets = { 'api-key': '' };

function resolved(workflow: string, job: string, values: Readonly<Record<string, string>> = {}) {
  const { command = '', ...inputs } = inputsOf(readWorkflow(workflow), job);
  const given = Object.entries(inputs).flatMap(([name, text]): [string, string][] => {
    if (!text.includes('${{')) return [[name, text]];
    const value = values[text];
    return value === undefined ? [] : [[name, value]];
  });
  return { command, ...Object.fromEntries(given) };
}

const expectDigest = "${{ inputs.digest || 'reviewed' }}";

async function repository(words: readonly string[]): Promise<Workspace> {
  const workspace = await openWorkspace({ [file]: config({ medical: ['alpha'] }) });
  git(workspace.directory, 'init', '--quiet', '--initial-branch=main');
  commitAll(workspace.directory, 'Start');
  await workspace.write(file, config({ medical: words }));
  commitAll(workspace.directory, 'Words');
  return workspace;
}

describe('the example workflows, one after the other', () => {
  it('show a pull request, apply its merge, and find no drift then', async () => {
    const { step, github, lists } = await repository(['alpha', 'beta']);
    expect((await step(resolved('pull-request.yml', 'words'), pullRequest)).summary).toContain('beta');
    expect((await step(resolved('pull-request.yml', 'plan'), pullRequest)).code).toBe(0);
    expect(github.comments).toHaveLength(1);
    expect(await lists()).toEqual([]);

    github.merge(12, mergeCommit);
    const merged = resolved('apply.yml', 'apply', { [expectDigest]: 'reviewed' });
    expect((await step(merged, push)).code).toBe(0);
    expect(await lists()).toEqual(['acmemed: alpha beta']);

    expect((await step(resolved('drift.yml', 'drift'), push)).outputs['has-changes']).toBe('false');
    expect(github.issues.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('show a fork its words, and apply its merge by a digest that somebody gives', async () => {
    const { step, github, lists } = await repository(['alpha', 'beta']);
    const words = { ...resolved('pull-request.yml', 'words'), ...withoutSecrets };
    expect((await step(words, pullRequest)).summary).toContain('beta');
    expect(github.requests).toEqual([]);

    github.merge(12, mergeCommit);
    const merged = await step(resolved('apply.yml', 'apply', { [expectDigest]: 'reviewed' }), push);
    expect(merged.code).toBe(4);
    const [digest = ''] = /vs2:sha256:\w{64}/.exec(merged.summary) ?? [];
    const byHand = resolved('apply.yml', 'apply', { [expectDigest]: digest });
    expect((await step(byHand, push)).code).toBe(0);
    expect(await lists()).toEqual(['acmemed: alpha beta']);
  });

  it.each([
    ['kept when there are changes', { words: { one: ['a'], two: ['b'], three: ['d'] }, code: 0, kept: true }],
    ['kept when it is blocked, which fails its step', { words: {}, code: 4, kept: true }],
    ['not there when the words are not valid', { words: { one: [] }, code: 3, kept: false }],
    ['left when nothing changes', { words: { one: ['a'], two: ['b'], three: ['c'] }, code: 0, kept: false }],
  ])('have the page of a plan %s', async (_what, { words, code, kept }) => {
    const { step, write, directory } = await openWorkspace({
      [file]: config({ one: ['a'], two: ['b'], three: ['c'] }),
    });
    await step({ command: 'apply', args: '--yes' }, push);
    await write(file, config(words));
    const ended = await step(resolved('pull-request.yml', 'plan'), pullRequest);
    expect(ended.code).toBe(code);
    const { steps } = readWorkflow('pull-request.yml').jobs['plan']!;
    const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))!;
    const status = ended.code === 0 ? 'success' : 'failure';
    const uploads = wouldRun(upload.if, {
      status,
      contexts: { steps: { plan: { outputs: ended.outputs } } },
    });
    expect(uploads && existsSync(join(directory, String(upload.with!['path'])))).toBe(kept);
    expect(upload.with).toMatchObject({ 'if-no-files-found': 'ignore' });
    expect(wouldRun(upload.if, { status: 'cancelled', contexts: {} })).toBe(false);
  });

  it('open an issue for an account that is behind', async () => {
    const { step, github } = await repository(['alpha', 'beta']);
    const { code } = await step(resolved('drift.yml', 'drift'), push);
    expect(code).toBe(0);
    expect(github.issues.map(({ state }) => state)).toEqual(['open']);
  });
});
